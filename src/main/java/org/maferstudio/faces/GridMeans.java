package org.maferstudio.faces;

import org.maferstudio.image.RasterImage;

/** Small descriptions of a part of a frame: the means of its colours in the cells of a grid, 0 to 255. */
final class GridMeans {
    /** Maximum number of pixels per cell and direction that are averaged. */
    private static final int SAMPLES = 4;

    private GridMeans() {}

    /**
     * The means of a part of a frame; beyond its edge, border pixels are repeated.
     *
     * @return {@code (rows, columns, channels)}
     */
    static double[] of(RasterImage frame, FaceBounds part, int columns, int rows) {
        int channels = frame.channels();
        double[] means = new double[rows * columns * channels];
        byte[] values = frame.values();
        for (int row = 0; row < rows * SAMPLES; row++) {
            int y = clamp(part.y() + (row + 0.5) / (rows * SAMPLES) * part.height(), frame.height());
            for (int column = 0; column < columns * SAMPLES; column++) {
                int x = clamp(part.x() + (column + 0.5) / (columns * SAMPLES) * part.width(), frame.width());
                int from = (y * frame.width() + x) * channels;
                int to = (row / SAMPLES * columns + column / SAMPLES) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    means[to + channel] += (values[from + channel] & 0xff) / (double) (SAMPLES * SAMPLES);
                }
            }
        }
        return means;
    }

    private static int clamp(double place, int size) {
        return Math.max(0, Math.min(size - 1, (int) place));
    }

    /** The mean absolute difference of two descriptions of the same size, 0 to 255. */
    static double difference(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }
}
