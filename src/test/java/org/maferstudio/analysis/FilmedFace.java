package org.maferstudio.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.video.VideoWriter;

/** Writes films of a photographed face that moves to the right, on grey. */
public final class FilmedFace {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int SIDE = 200;

    private FilmedFace() {}

    /**
     * Writes a film of 25 frames per second, without a face in the frames from 20 to 39.
     *
     * @param frames their number
     */
    public static Path write(Path file, int frames) throws IOException {
        RasterImage photo = ImageFile.read(Path.of("src/test/resources/faces/hopper.jpg"));
        RasterImage face = Resampling.resize(photo.toRgb(), SIDE, SIDE, Kernel.BILINEAR);
        VideoWriter writer = new VideoWriter(file, WIDTH, HEIGHT);
        for (int i = 0; i < frames; i++) {
            writer.add(frame(face, i % 100, i >= 20 && i < 40 ? 0 : SIDE), 40L * i);
        }
        writer.close();
        return file;
    }

    private static RasterImage frame(RasterImage face, int left, int rows) {
        byte[] values = new byte[3 * WIDTH * HEIGHT];
        Arrays.fill(values, (byte) 0x70);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(face.values(), 3 * row * SIDE, values, 3 * ((20 + row) * WIDTH + left), 3 * SIDE);
        }
        return new RasterImage(WIDTH, HEIGHT, 3, values);
    }
}
