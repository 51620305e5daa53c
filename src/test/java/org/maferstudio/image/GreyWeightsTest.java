package org.maferstudio.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/**
 * Against Pillow: {@code Image.fromarray(pixels).convert("L")}, and for BGR the same of {@code pixels[:, :, ::-1]}.
 */
class GreyWeightsTest {
    private static final RasterImage PICTURE = new RasterImage(5, 1, 3, new byte[] {
        (byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, (byte) 200, 100, 50, 12, 34, (byte) 250
    });

    @Test
    void theLumaOfItuR601IsPillows() {
        assertArrayEquals(
                new byte[] {76, (byte) 150, 29, 124, 52},
                PICTURE.toGrey(GreyWeights.RGB).values());
        assertArrayEquals(
                PICTURE.toGrey().values(), PICTURE.toGrey(GreyWeights.RGB).values());
    }

    @Test
    void onBgrDataRedAndBlueAreSwapped() {
        assertArrayEquals(
                new byte[] {29, (byte) 150, 76, 96, 96},
                PICTURE.toGrey(GreyWeights.BGR).values());
    }
}
