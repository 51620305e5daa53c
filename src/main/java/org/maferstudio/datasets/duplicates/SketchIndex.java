package org.maferstudio.datasets.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Compares only sketches that agree in one of several keys, each made of some of their bits (locality-sensitive hashing
 * by sampling bits, Indyk and Motwani 1998). Keys are longer the more images there are, so that few of them agree by
 * chance. The less two sketches differ, the surer they agree in a key.
 *
 * <p>One table after the other is made and forgotten: it takes 16 bytes a sketch.
 */
final class SketchIndex implements PairSearch {
    /** In how many bits sketches differ at most. Fewer than in {@link AllPairs}, as most pairs beyond are of others. */
    static final int MOST_BITS = 48;

    private static final int TABLES = 64;
    private static final int MIN_KEY_BITS = 8;
    private static final int MAX_KEY_BITS = 24;

    /** How many times as many codes as keys there are. */
    private static final int CODES_PER_KEY = 4;

    private static final int BUCKETS_PER_TASK = 1 << 12;
    private static final int WINDOWS = Sketches.WINDOWS;
    private static final int PLAIN = ImageWindow.ALL.size();

    private final Sketches sketches;
    private final List<BitSample> samples;

    /** An index for a number of images. */
    SketchIndex(Sketches sketches, int images) {
        this.sketches = sketches;
        long keys = Math.max(1, (long) images * WINDOWS / CODES_PER_KEY);
        int bits = Math.max(MIN_KEY_BITS, Math.min(MAX_KEY_BITS, Long.SIZE - Long.numberOfLeadingZeros(keys)));
        // A fixed seed: the same images give the same groups.
        Random random = new Random(29);
        samples = IntStream.range(0, TABLES)
                .mapToObj(table -> BitSample.random(bits, random))
                .toList();
    }

    @Override
    public void search(int[] images, Pairs pairs, Progress progress) {
        KeyTable table = new KeyTable(images, pairs, progress);
        for (int number = 0; number < TABLES && !progress.stopRequested(); number++) {
            table.fill(number);
            table.compare();
        }
    }

    @Override
    public boolean isSame(Alignment pair) {
        return pair.isPromising() && pair.isSame();
    }

    /** Whether two sketches are compared, and differ in few bits: what {@link #search} finds. */
    boolean isFound(int one, int window, int other, int otherWindow) {
        return PairSearch.isCompared(window, otherWindow)
                && sketches.similar(window, one, otherWindow, other, FIRST_BITS, MOST_BITS)
                && meet(TABLES, sketches.difference(window, one, otherWindow, other));
    }

    /** Whether sketches that differ in these bits agree in one of the first keys. */
    private boolean meet(int tables, long[] difference) {
        for (int table = 0; table < tables; table++) {
            if (samples.get(table).isZero(difference)) {
                return true;
            }
        }
        return false;
    }

    /** The sketches in the order of one key; of equal ones, those of whole images first. */
    private final class KeyTable {
        private final int[] images;
        private final Pairs pairs;
        private final Progress progress;

        /** {@code image * WINDOWS + window} as counted in {@link #images}, in the order of the keys. */
        private final int[] codes;

        /** The first word of each. */
        private final long[] words;

        private final int[] keys;

        /** Where each key's codes end, after {@link #fill}. */
        private final int[] ends;

        private int number;

        KeyTable(int[] images, Pairs pairs, Progress progress) {
            this.images = images;
            this.pairs = pairs;
            this.progress = progress;
            int size = Math.multiplyExact(images.length, WINDOWS);
            codes = new int[size];
            words = new long[size];
            keys = new int[size];
            ends = new int[samples.get(0).keys()];
        }

        /** Sorts the codes by a key, by counting. */
        void fill(int table) {
            number = table;
            BitSample sample = samples.get(table);
            IntStream.range(0, images.length).parallel().forEach(i -> {
                for (int window = 0; window < WINDOWS; window++) {
                    keys[i * WINDOWS + window] = sketches.key(sample, window, images[i]);
                }
            });
            Arrays.fill(ends, 0);
            for (int key : keys) {
                ends[key]++;
            }
            int start = 0;
            for (int key = 0; key < ends.length; key++) {
                int count = ends[key];
                ends[key] = start;
                start += count;
            }
            for (int i = 0; i < images.length; i++) {
                put(i, 0);
                put(i, PLAIN);
            }
            for (int i = 0; i < images.length; i++) {
                for (int window = 0; window < WINDOWS; window++) {
                    if (!isWhole(window)) {
                        put(i, window);
                    }
                }
            }
        }

        private void put(int image, int window) {
            int code = image * WINDOWS + window;
            int at = ends[keys[code]]++;
            codes[at] = code;
            words[at] = sketches.firstWords(window)[images[image]];
        }

        void compare() {
            int tasks = (ends.length + BUCKETS_PER_TASK - 1) / BUCKETS_PER_TASK;
            AtomicInteger done = new AtomicInteger();
            IntStream.range(0, tasks).parallel().forEach(task -> {
                int last = Math.min(ends.length, (task + 1) * BUCKETS_PER_TASK);
                for (int key = task * BUCKETS_PER_TASK; key < last; key++) {
                    compare(key == 0 ? 0 : ends[key - 1], ends[key]);
                }
                progress.report(
                        (number + done.incrementAndGet() / (double) tasks) / TABLES,
                        Texts.of("datasets.check.progress.comparing"));
            });
        }

        /** Compares the codes of one key. */
        private void compare(int from, int to) {
            int wholes = from;
            while (wholes < to && isWhole(codes[wholes] % WINDOWS)) {
                wholes++;
            }
            for (int at = from; at < to && !progress.stopRequested(); at++) {
                int window = codes[at] % WINDOWS;
                if (window == 0 || window == ImageWindow.CENTRE) {
                    compare(at, from, to);
                } else if (window < PLAIN) {
                    compare(at, from, wholes);
                }
            }
        }

        /** Compares one code with those of later images. */
        private void compare(int one, int from, int to) {
            long word = words[one];
            int image = codes[one] / WINDOWS;
            for (int at = from; at < to; at++) {
                if (Long.bitCount(word ^ words[at]) <= FIRST_BITS && codes[at] / WINDOWS > image) {
                    decide(codes[one], codes[at]);
                }
            }
        }

        private void decide(int code, int otherCode) {
            int one = images[code / WINDOWS];
            int window = code % WINDOWS;
            int other = images[otherCode / WINDOWS];
            int otherWindow = otherCode % WINDOWS;
            if (sketches.similar(window, one, otherWindow, other, FIRST_BITS, MOST_BITS)
                    && !meet(number, sketches.difference(window, one, otherWindow, other))) {
                pairs.found(one, window, other, otherWindow);
            }
        }

        private static boolean isWhole(int window) {
            return window % PLAIN == 0;
        }
    }
}
