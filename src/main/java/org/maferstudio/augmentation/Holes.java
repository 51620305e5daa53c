package org.maferstudio.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.maferstudio.recipe.Cutout;
import org.maferstudio.texts.Texts;

/**
 * Sampled square holes.
 *
 * @param corners upper left corners, alternating x and y, in pixels
 * @param side of each hole, in pixels
 * @param fill the content of the holes
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, cut and forgotten; nobody compares them
record Holes(int[] corners, int side, Cutout.Fill fill) {
    /** Draws holes inside a square image; none, with the complementary probability. */
    static Holes draw(Cutout cutout, int size, RandomGenerator random) {
        if (!cutout.isOn() || !Chance.happens(cutout.p(), random)) {
            return new Holes(new int[0], 0, cutout.fill());
        }
        int side = cutout.pixels(size);
        int[] corners = new int[2 * cutout.holes()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = random.nextInt(size - side + 1);
        }
        return new Holes(corners, side, cutout.fill());
    }

    /** Cuts the holes into values {@code (size, size, channels)}. */
    void cut(byte[] values, int size, int channels) {
        if (side == 0 || corners.length == 0) {
            return;
        }
        byte[] colour = fill == Cutout.Fill.MEAN ? mean(values, channels) : new byte[channels];
        byte[] line = new byte[side * channels];
        for (int i = 0; i < line.length; i++) {
            line[i] = colour[i % channels];
        }
        for (int hole = 0; hole < corners.length; hole += 2) {
            for (int row = corners[hole + 1]; row < corners[hole + 1] + side; row++) {
                System.arraycopy(line, 0, values, (row * size + corners[hole]) * channels, line.length);
            }
        }
    }

    private static byte[] mean(byte[] values, int channels) {
        byte[] mean = new byte[channels];
        int pixels = values.length / channels;
        for (int c = 0; c < channels; c++) {
            long sum = 0;
            for (int i = c; i < values.length; i += channels) {
                sum += values[i] & 0xff;
            }
            mean[c] = (byte) ((sum + pixels / 2) / pixels);
        }
        return mean;
    }

    @Override
    public String toString() {
        return Texts.of("augmentation.holes", side, Arrays.toString(corners));
    }
}
