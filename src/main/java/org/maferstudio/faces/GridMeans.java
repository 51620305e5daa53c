package org.maferstudio.faces;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.maferstudio.image.RasterImage;

/** A small description of a part of a frame: the means of its colours in the cells of a grid, 0 to 255. */
final class GridMeans {
    /** Maximum number of pixels per cell and direction that are averaged. */
    private static final int SAMPLES = 4;

    /** {@code (rows, columns, channels)}. */
    private final double[] means;

    private GridMeans(double[] means) {
        this.means = means;
    }

    /** Describes a part of a frame; beyond its edge, border pixels are repeated. */
    static GridMeans of(RasterImage frame, FaceBounds part, int columns, int rows) {
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
        return new GridMeans(means);
    }

    private static int clamp(double place, int size) {
        return Math.max(0, Math.min(size - 1, (int) place));
    }

    void write(DataOutput out) throws IOException {
        StoredNumbers.write(out, means);
    }

    static GridMeans read(DataInput in) throws IOException {
        return new GridMeans(StoredNumbers.read(in));
    }

    /** Whether two descriptions have the same grid and channels. */
    boolean isComparable(GridMeans other) {
        return means.length == other.means.length;
    }

    /** The mean absolute difference of two comparable descriptions, 0 to 255. */
    double difference(GridMeans other) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += Math.abs(means[i] - other.means[i]);
        }
        return sum / means.length;
    }

    /** Pearson's correlation with other means of the same size, -1 to 1; 0 if one of them is of one colour. */
    double correlation(GridMeans other) {
        double mean = Arrays.stream(means).average().orElse(0);
        double meanOther = Arrays.stream(other.means).average().orElse(0);
        double both = 0;
        double squares = 0;
        double squaresOther = 0;
        for (int i = 0; i < means.length; i++) {
            both += (means[i] - mean) * (other.means[i] - meanOther);
            squares += (means[i] - mean) * (means[i] - mean);
            squaresOther += (other.means[i] - meanOther) * (other.means[i] - meanOther);
        }
        double spread = Math.sqrt(squares * squaresOther);
        return spread > 0 ? both / spread : 0;
    }
}
