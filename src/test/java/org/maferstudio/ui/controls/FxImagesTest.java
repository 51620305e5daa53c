package org.maferstudio.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.image.RasterImage;

@Tag("ui")
@ExtendWith(FxExtension.class)
class FxImagesTest {
    private static RasterImage grey(int width, int level) {
        byte[] values = new byte[width * 2];
        Arrays.fill(values, (byte) level);
        return new RasterImage(width, 2, 1, values);
    }

    @Test
    void aMovingImageKeepsItsImageAndChangesItsPixels(FxWindow window) {
        FxImages.Moving moving = new FxImages.Moving();
        Image first = FxWindow.onFx(() -> moving.show(grey(3, 7)));
        assertEquals(0xff070707, first.getPixelReader().getArgb(2, 1));
        assertSame(first, FxWindow.onFx(() -> moving.show(grey(3, 200))));
        assertEquals(0xffc8c8c8, first.getPixelReader().getArgb(2, 1));
        Image other = FxWindow.onFx(() -> moving.show(grey(4, 1)));
        assertNotSame(first, other);
        assertEquals(4, other.getWidth());
    }
}
