package org.maferstudio.crops;

import java.util.Random;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/**
 * The image of a face pasted into a larger scene with a neutral background.
 *
 * @param image 640 x 480, grey
 * @param square where the image of the face lies; if it is tilted, before that
 */
record FaceScene(RasterImage image, FaceBounds square) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    /** Half the diagonal of a square, so that a tilted one fits as well. */
    private static final double REACH = Math.sqrt(0.5);
    /** The largest side that fits at every tilt. */
    static final int MOST = (int) (HEIGHT / 2 / REACH);

    private static final double NOISE = 20;
    private static final double SLOPE = 60;

    /** What surrounds the face. */
    enum Background {
        GREY,
        NOISE,
        GRADIENT
    }

    /**
     * Composes a scene.
     *
     * @param side of the face, in pixels, at most {@link #MOST}
     * @param tilt clockwise, in degrees
     * @param random where the face lies, and the values of the background
     */
    static FaceScene of(RasterImage face, int side, double tilt, Background background, Random random) {
        double x = WIDTH / 2.0 + (2 * random.nextDouble() - 1) * (WIDTH / 2.0 - REACH * side);
        double y = HEIGHT / 2.0 + (2 * random.nextDouble() - 1) * (HEIGHT / 2.0 - REACH * side);
        byte[] values = background(background, random);
        RasterImage large = Resampling.resize(face.toGrey(), side, side, Kernel.BICUBIC);
        double cos = Math.cos(Math.toRadians(tilt));
        double sin = Math.sin(Math.toRadians(tilt));
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double right = column + 0.5 - x;
                double down = row + 0.5 - y;
                double u = cos * right + sin * down + side / 2.0;
                double v = -sin * right + cos * down + side / 2.0;
                if (u >= 0 && v >= 0 && u < side && v < side) {
                    values[row * WIDTH + column] = interpolated(large, u - 0.5, v - 0.5);
                }
            }
        }
        FaceBounds square = new FaceBounds(x - side / 2.0, y - side / 2.0, side, side);
        return new FaceScene(new RasterImage(WIDTH, HEIGHT, 1, values), square);
    }

    private static byte[] background(Background kind, Random random) {
        int level = 32 + random.nextInt(192);
        double angle = random.nextDouble() * 2 * Math.PI;
        byte[] values = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < values.length; i++) {
            int column = i % WIDTH;
            int row = i / WIDTH;
            double across = column * 2.0 / WIDTH - 1;
            double down = row * 2.0 / HEIGHT - 1;
            double value =
                    switch (kind) {
                        case GREY -> level;
                        case NOISE -> level + NOISE * random.nextGaussian();
                        case GRADIENT -> level + SLOPE * (Math.cos(angle) * across + Math.sin(angle) * down);
                    };
            values[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return values;
    }

    private static byte interpolated(RasterImage image, double x, double y) {
        int left = (int) Math.max(0, Math.floor(x));
        int top = (int) Math.max(0, Math.floor(y));
        int right = Math.min(image.width() - 1, left + 1);
        int bottom = Math.min(image.height() - 1, top + 1);
        double across = Math.max(0, x - left);
        double down = Math.max(0, y - top);
        double upper = (1 - across) * image.value(left, top, 0) + across * image.value(right, top, 0);
        double lower = (1 - across) * image.value(left, bottom, 0) + across * image.value(right, bottom, 0);
        return (byte) Math.round((1 - down) * upper + down * lower);
    }
}
