package org.maferstudio.ui.controls;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.maferstudio.image.RasterImage;

/** Converts images to JavaFX images. */
public final class FxImages {
    private FxImages() {}

    /** The same pixels; safe on any thread. */
    public static Image of(RasterImage image) {
        int[] pixels = new int[image.width() * image.height()];
        write(image, pixels);
        return new WritableImage(buffer(image, pixels));
    }

    private static PixelBuffer<IntBuffer> buffer(RasterImage image, int[] pixels) {
        return new PixelBuffer<>(
                image.width(), image.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    }

    private static void write(RasterImage image, int[] pixels) {
        byte[] values = image.values();
        int channels = image.channels();
        for (int i = 0; i < image.width() * image.height(); i++) {
            int red = values[i * channels] & 0xff;
            int green = channels == 1 ? red : values[i * channels + 1] & 0xff;
            int blue = channels == 1 ? red : values[i * channels + 2] & 0xff;
            pixels[i] = 0xff000000 | red << 16 | green << 8 | blue;
        }
    }

    /**
     * An image that is updated in place: of an image for each, JavaFX would keep
     * hundreds of megabytes. On the screen's thread.
     */
    public static final class Moving {
        private int[] pixels = {};
        private PixelBuffer<IntBuffer> buffer;
        private Image image;

        /** Updates the image; it is replaced only if the size changes. */
        public Image show(RasterImage next) {
            boolean fits = image != null && image.getWidth() == next.width() && image.getHeight() == next.height();
            if (!fits) {
                pixels = new int[next.width() * next.height()];
                buffer = buffer(next, pixels);
                image = new WritableImage(buffer);
            }
            write(next, pixels);
            buffer.updateBuffer(all -> null);
            return image;
        }
    }
}
