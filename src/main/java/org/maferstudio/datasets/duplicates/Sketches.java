package org.maferstudio.datasets.duplicates;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * 256 bits for each window of each image and of its mirror image. The share of bits in which two sketches differ
 * estimates the angle between the gradients of 8 x 8 cells (random hyperplanes, Charikar 2002), of which a quick random
 * rotation is taken (signs and Walsh-Hadamard transforms).
 */
final class Sketches {
    /** How many cells a side the sketched gradients have. Few, so that a sketch tolerates a shift of 1.5 of 48 pixels. */
    static final int CELLS = 8;

    /** The windows of an image, then those of its mirror image. */
    static final int WINDOWS = 2 * ImageWindow.ALL.size();

    private static final int REPORTED = 256;
    /** The words of a sketch. */
    static final int WORDS = 4;

    private static final int ROTATED = 128;
    private static final int ROUNDS = 2;
    private static final float[][] SIGNS = signs();

    /** The first word of each sketch alone, as most pairs are told apart by it: {@code [window][image]}. */
    private final long[][] first = new long[WINDOWS][];

    /** The other words: {@code [window][image * 3 + word - 1]}. */
    private final long[][] others = new long[WINDOWS][];

    /** Makes the sketches of all images; asked to stop, of some. */
    Sketches(List<Thumbnail> images, Progress progress) {
        for (int window = 0; window < WINDOWS; window++) {
            first[window] = new long[images.size()];
            others[window] = new long[images.size() * (WORDS - 1)];
        }
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, images.size()).parallel().forEach(i -> {
            if (progress.stopRequested()) {
                return;
            }
            add(i, images.get(i).integral(), 0);
            add(i, images.get(i).mirrored().integral(), ImageWindow.ALL.size());
            int count = done.incrementAndGet();
            if (count % REPORTED == 0) {
                progress.report(count / (double) images.size(), Texts.of("datasets.check.progress.comparing"));
            }
        });
    }

    private void add(int image, IntegralImage integral, int start) {
        for (int window = 0; window < ImageWindow.ALL.size(); window++) {
            float[] gradients = Gradients.of(integral, ImageWindow.ALL.get(window), CELLS);
            long[] words = sketch(gradients);
            first[start + window][image] = words[0];
            System.arraycopy(words, 1, others[start + window], image * (WORDS - 1), WORDS - 1);
        }
    }

    /** Whether two sketches differ in few bits: at most {@code inFirst} in the first word and {@code inAll} in all. */
    boolean similar(int window, int image, int otherWindow, int other, int inFirst, int inAll) {
        int bits = Long.bitCount(first[window][image] ^ first[otherWindow][other]);
        return bits <= inFirst && bits + otherBits(window, image, otherWindow, other) <= inAll;
    }

    /** The bits in which two sketches differ. */
    long[] difference(int window, int image, int otherWindow, int other) {
        long[] bits = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            bits[word] = word(word, window, image) ^ word(word, otherWindow, other);
        }
        return bits;
    }

    /** The sampled bits of a sketch as a number. */
    int key(BitSample sample, int window, int image) {
        int key = 0;
        for (int place : sample.places()) {
            int bit = (int) (word(place / Long.SIZE, window, image) >>> place) & 1;
            key = (key << 1) | bit;
        }
        return key;
    }

    private long word(int word, int window, int image) {
        return word == 0 ? first[window][image] : others[window][image * (WORDS - 1) + word - 1];
    }

    /** The first words of a window's sketches, by image; not a copy. */
    long[] firstWords(int window) {
        return first[window];
    }

    /** In how many bits of the words after the first two sketches differ. */
    int otherBits(int window, int image, int otherWindow, int other) {
        long[] one = others[window];
        long[] two = others[otherWindow];
        int at = image * (WORDS - 1);
        int there = other * (WORDS - 1);
        int bits = 0;
        for (int word = 0; word < WORDS - 1; word++) {
            bits += Long.bitCount(one[at + word] ^ two[there + word]);
        }
        return bits;
    }

    private static long[] sketch(float[] gradients) {
        long[] words = new long[WORDS];
        for (int half = 0; half < 2; half++) {
            float[] rotated = new float[ROTATED];
            System.arraycopy(gradients, 0, rotated, 0, gradients.length);
            for (int round = 0; round < ROUNDS; round++) {
                float[] signs = SIGNS[half * ROUNDS + round];
                for (int i = 0; i < ROTATED; i++) {
                    rotated[i] *= signs[i];
                }
                transform(rotated);
            }
            for (int bit = 0; bit < ROTATED; bit++) {
                if (rotated[bit] > 0) {
                    words[half * 2 + bit / 64] |= 1L << bit % 64;
                }
            }
        }
        return words;
    }

    /** The Walsh-Hadamard transform, in place. */
    private static void transform(float[] values) {
        for (int half = 1; half < values.length; half *= 2) {
            for (int start = 0; start < values.length; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    float one = values[i];
                    float other = values[i + half];
                    values[i] = one + other;
                    values[i + half] = one - other;
                }
            }
        }
    }

    private static float[][] signs() {
        // A fixed seed: the same images give the same groups.
        Random random = new Random(17);
        float[][] signs = new float[2 * ROUNDS][ROTATED];
        for (float[] each : signs) {
            for (int i = 0; i < ROTATED; i++) {
                each[i] = random.nextBoolean() ? 1 : -1;
            }
        }
        return signs;
    }
}
