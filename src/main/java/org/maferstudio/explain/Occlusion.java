package org.maferstudio.explain;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;

/**
 * Covers parts of an image with its mean colour, and measures by how much the probability of a class drops.
 *
 * <p>The image is divided into cells; a patch of a few cells slides over it cell by cell, over the edges too, so that each
 * cell is covered equally often. The value of a cell is the mean drop of the patches that cover it.
 *
 * <p>Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014.
 */
public final class Occlusion {
    /** Cells per side of the image. */
    static final int CELLS = 10;
    /** Cells per side of the patch: a fifth of the face covers an eye or the mouth. */
    static final int PATCH = 2;

    private static final int BATCH = 32;

    private Occlusion() {}

    /**
     * The map of an image.
     *
     * @param label the class
     * @param whole its probability for the whole image
     * @return drops of probability, -1 to 1
     */
    static AttributionMap of(Classifier network, RasterImage image, int label, double whole) {
        byte[] mean = mean(image);
        double[][] drops = new double[CELLS][CELLS];
        List<int[]> places = new ArrayList<>();
        for (int row = 1 - PATCH; row < CELLS; row++) {
            for (int column = 1 - PATCH; column < CELLS; column++) {
                places.add(new int[] {column, row});
            }
        }
        for (int from = 0; from < places.size(); from += BATCH) {
            List<int[]> batch = places.subList(from, Math.min(places.size(), from + BATCH));
            List<RasterImage> covered = batch.stream()
                    .map(place -> covered(image, place[0], place[1], mean))
                    .toList();
            List<Recognition> answers = network.recognise(covered);
            for (int i = 0; i < batch.size(); i++) {
                add(drops, batch.get(i), (whole - answers.get(i).probabilities()[label]) / (PATCH * PATCH));
            }
        }
        return AttributionMap.whole(drops);
    }

    private static void add(double[][] drops, int[] place, double drop) {
        for (int row = Math.max(0, place[1]); row < Math.min(CELLS, place[1] + PATCH); row++) {
            for (int column = Math.max(0, place[0]); column < Math.min(CELLS, place[0] + PATCH); column++) {
                drops[row][column] += drop;
            }
        }
    }

    private static RasterImage covered(RasterImage image, int column, int row, byte[] colour) {
        byte[] values = image.values().clone();
        int channels = image.channels();
        int left = edge(column, image.width());
        int right = edge(column + PATCH, image.width());
        for (int y = edge(row, image.height()); y < edge(row + PATCH, image.height()); y++) {
            for (int x = left; x < right; x++) {
                System.arraycopy(colour, 0, values, (y * image.width() + x) * channels, channels);
            }
        }
        return new RasterImage(image.width(), image.height(), channels, values);
    }

    /** The first pixel of a cell. */
    private static int edge(int cell, int length) {
        return (int) Math.round(Math.max(0, Math.min(CELLS, cell)) * length / (double) CELLS);
    }

    private static byte[] mean(RasterImage image) {
        int channels = image.channels();
        long[] sums = new long[channels];
        byte[] values = image.values();
        for (int i = 0; i < values.length; i++) {
            sums[i % channels] += values[i] & 0xff;
        }
        byte[] mean = new byte[channels];
        for (int channel = 0; channel < channels; channel++) {
            mean[channel] = (byte) Math.round(sums[channel] * (double) channels / values.length);
        }
        return mean;
    }
}
