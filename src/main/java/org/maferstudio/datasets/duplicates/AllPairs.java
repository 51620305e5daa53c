package org.maferstudio.datasets.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Compares all pairs, block by block: nothing is missed, and the time grows with the square of the number of images. */
final class AllPairs implements PairSearch {
    private static final int BLOCK = 1024;

    private final Sketches sketches;

    AllPairs(Sketches sketches) {
        this.sketches = sketches;
    }

    @Override
    public void search(int[] images, Pairs pairs, Progress progress) {
        int blocks = (images.length + BLOCK - 1) / BLOCK;
        List<int[]> tasks = new ArrayList<>();
        for (int a = 0; a < blocks; a++) {
            for (int b = a; b < blocks; b++) {
                tasks.add(new int[] {a, b});
            }
        }
        AtomicInteger done = new AtomicInteger();
        tasks.parallelStream().forEach(task -> {
            new Blocks(block(images, task[0]), block(images, task[1]), pairs, progress).compare();
            progress.report(
                    done.incrementAndGet() / (double) tasks.size(), Texts.of("datasets.check.progress.comparing"));
        });
    }

    @Override
    public boolean isSame(Alignment pair) {
        return pair.isSame();
    }

    private static int[] block(int[] places, int number) {
        return Arrays.copyOfRange(places, number * BLOCK, Math.min(places.length, (number + 1) * BLOCK));
    }

    /** All pairs of two blocks, or of one with itself. */
    private final class Blocks {
        private final int[] ones;
        private final int[] others;
        private final Pairs pairs;
        private final Progress progress;

        Blocks(int[] ones, int[] others, Pairs pairs, Progress progress) {
            this.ones = ones;
            this.others = others;
            this.pairs = pairs;
            this.progress = progress;
        }

        void compare() {
            for (int window = 0; window < ImageWindow.ALL.size(); window++) {
                for (int otherWindow = 0; otherWindow < Sketches.WINDOWS; otherWindow++) {
                    if (PairSearch.isCompared(window, otherWindow)) {
                        compare(window, otherWindow);
                    }
                }
            }
        }

        private void compare(int window, int otherWindow) {
            long[] words = sketches.firstWords(window);
            long[] otherWords = gather(sketches.firstWords(otherWindow), others);
            boolean itself = ones[0] == others[0];
            for (int a = 0; a < ones.length && !progress.stopRequested(); a++) {
                long word = words[ones[a]];
                for (int b = itself ? a + 1 : 0; b < otherWords.length; b++) {
                    int bits = Long.bitCount(word ^ otherWords[b]);
                    if (bits <= FIRST_BITS
                            && bits + sketches.otherBits(window, ones[a], otherWindow, others[b]) <= ALL_BITS) {
                        pairs.found(ones[a], window, others[b], otherWindow);
                    }
                }
            }
        }
    }

    private static long[] gather(long[] values, int[] places) {
        return IntStream.of(places).mapToLong(place -> values[place]).toArray();
    }
}
