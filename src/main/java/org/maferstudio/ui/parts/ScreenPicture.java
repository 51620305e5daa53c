package org.maferstudio.ui.parts;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.maferstudio.image.Picture;

/** Pictures of the science as images of the toolkit. */
public final class ScreenPicture {
    private ScreenPicture() {}

    /** The same pixels; safe on any thread. */
    public static Image of(Picture picture) {
        int[] pixels = new int[picture.width() * picture.height()];
        byte[] values = picture.values();
        int channels = picture.channels();
        for (int i = 0; i < pixels.length; i++) {
            int red = values[i * channels] & 0xff;
            int green = channels == 1 ? red : values[i * channels + 1] & 0xff;
            int blue = channels == 1 ? red : values[i * channels + 2] & 0xff;
            pixels[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
        return new WritableImage(new PixelBuffer<>(
                picture.width(), picture.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }
}
