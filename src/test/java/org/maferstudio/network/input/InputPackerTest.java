package org.maferstudio.network.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;

class InputPackerTest {
    private static final int RED = 200;
    private static final int GREEN = 100;
    private static final int BLUE = 50;
    /** {@code PIL.Image.new("RGB", (1, 1), (200, 100, 50)).convert("L").getpixel((0, 0))}. */
    private static final int LUMA = 124;

    private static InputContract contract(int size, int resize, InputContract.Colour colour, Double... mean) {
        return new InputContract(size, resize, Kernel.BILINEAR, colour, List.of(mean), 0.5, List.of("a"), 0, 1);
    }

    private static RasterImage plain() {
        byte[] values = new byte[8 * 8 * 3];
        for (int i = 0; i < 64; i++) {
            values[3 * i] = (byte) RED;
            values[3 * i + 1] = GREEN;
            values[3 * i + 2] = BLUE;
        }
        return new RasterImage(8, 8, 3, values);
    }

    @ParameterizedTest
    @EnumSource(InputContract.Colour.class)
    void whatIsPackedIsShownInItsColours(InputContract.Colour colour) {
        Double[] mean = Collections.nCopies(colour.channels(), 120.5).toArray(Double[]::new);
        InputContract statistics = contract(8, 10, colour, mean)
                .withScale(1 / 255.0, List.of(0.2, 0.3, 0.4).subList(0, colour.channels()));
        InputPacker packer = new InputPacker(statistics);
        RasterImage shown = packer.shown(packer.pack(plain()));
        boolean grey = colour == InputContract.Colour.GREY || colour == InputContract.Colour.GREY_AS_RGB;
        assertEquals(8, shown.width());
        assertEquals(colour.channels(), shown.channels());
        assertEquals(grey ? LUMA : RED, shown.value(2, 3, 0));
        assertEquals(grey ? LUMA : BLUE, shown.value(2, 3, colour.channels() - 1));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource(
            textBlock =
                    """
                    RGB,         200, 100, 50
                    BGR,         50,  100, 200
                    GREY_AS_RGB, 124, 124, 124
                    """)
    void channelsStandInTheContractsOrder(InputContract.Colour colour, int first, int second, int third) {
        float[] packed = new InputPacker(contract(8, 8, colour, 1.0, 2.0, 3.0)).pack(plain());
        assertEquals(3 * 64, packed.length);
        assertEquals((first - 1) * 0.5f, packed[0]);
        assertEquals((second - 2) * 0.5f, packed[64]);
        assertEquals((third - 3) * 0.5f, packed[191]);
    }

    @Test
    void eachChannelIsDividedByItsStandardDeviation() {
        InputContract contract =
                contract(8, 8, InputContract.Colour.RGB, 1.0, 2.0, 3.0).withScale(0.5, List.of(4.0, 5.0, 10.0));
        float[] packed = new InputPacker(contract).pack(plain());
        assertEquals((float) (199 * 0.5 / 4), packed[0]);
        assertEquals((float) (98 * 0.5 / 5), packed[64]);
        assertEquals((float) (47 * 0.5 / 10), packed[191]);
        assertThrows(IllegalArgumentException.class, () -> contract.withScale(1, List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> contract.withScale(1, List.of(1.0, 0.0, 1.0)));
    }

    @Test
    void aGreyContractTurnsColourGrey() {
        float[] packed = new InputPacker(contract(8, 8, InputContract.Colour.GREY, 24.0)).pack(plain());
        assertEquals(64, packed.length);
        assertEquals((LUMA - 24) * 0.5f, packed[63]);
    }

    @Test
    void theCentreIsCroppedAfterTheResize() {
        byte[] values = new byte[12 * 12];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        float[] packed = new InputPacker(contract(8, 12, InputContract.Colour.GREY, 0.0))
                .pack(new RasterImage(12, 12, 1, values));
        assertEquals((2 * 12 + 2) * 0.5f, packed[0]);
        assertEquals((9 * 12 + 9) * 0.5f, packed[63]);
    }

    @Test
    void greyImagesFitColourContracts() {
        RasterImage grey = new RasterImage(20, 30, 1, new byte[600]);
        assertArrayEquals(
                new float[3 * 64], new InputPacker(contract(8, 8, InputContract.Colour.BGR, 0.0, 0.0, 0.0)).pack(grey));
    }

    @Test
    void anImageOfAnotherSizeIsNotPackedAsItIs() {
        InputPacker packer = new InputPacker(contract(8, 8, InputContract.Colour.GREY, 0.0));
        RasterImage image = new RasterImage(9, 8, 1, new byte[72]);
        assertThrows(IllegalArgumentException.class, () -> packer.packCropped(image, new float[64], 0));
    }

    @Test
    void theMeanHasAValueForEachChannel() {
        List<Double> one = Collections.nCopies(1, 0.0);
        assertThrows(
                IllegalArgumentException.class,
                () -> new InputContract(8, 8, Kernel.BILINEAR, InputContract.Colour.RGB, one, 1, List.of("a"), 0, 1));
    }
}
