package org.maferstudio.ui.embedding;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;

/** Pixels, and the image that shows them. */
@SuppressWarnings("ArrayRecordComponent") // shared with the image on purpose
record DotBuffer(int[] pixels, int width, int height, PixelBuffer<IntBuffer> image) {
    static DotBuffer of(int width, int height) {
        int[] pixels = new int[width * height];
        return new DotBuffer(
                pixels,
                width,
                height,
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
    }

    DotPainter painter() {
        return new DotPainter(pixels, width, height);
    }
}
