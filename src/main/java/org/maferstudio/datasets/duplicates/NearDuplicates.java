package org.maferstudio.datasets.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.maferstudio.job.PartOfProgress;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Finds images that show the same photograph: compressed again, lit or scaled differently, mirrored, cropped or shifted
 * by up to an eighth.
 *
 * <p>Images that are all but equal, such as frames of one scene, are represented by the first of them. Among the
 * representatives all pairs are compared by their {@link Sketches}, block by block; what is similar there is
 * {@link Alignment aligned} and decided.
 */
public final class NearDuplicates {
    private static final int BLOCK = 1024;

    /** About which shares of the work it is to make sketches, and to choose representatives. */
    private static final double SKETCHED = 0.05;

    private static final double CHOSEN = 0.05;
    private static final int REPORTED = 256;

    /** In how many bits, in the first 64 and in all 256, sketches of the same photograph differ at most. */
    private static final int FIRST_BITS = 18;

    private static final int ALL_BITS = 52;

    /** The same for images that are all but equal. */
    private static final int EQUAL_FIRST_BITS = 12;

    private static final int EQUAL_BITS = 26;

    private final List<Thumbnail> images;
    private final Progress progress;
    private final Sketches sketches;
    private final Groups groups;

    private NearDuplicates(List<Thumbnail> images, Progress progress) {
        this.images = images;
        this.progress = progress;
        this.sketches = new Sketches(images, new PartOfProgress(progress, "", 0, SKETCHED));
        this.groups = new Groups(images.size());
    }

    /**
     * The groups of two and more images that show the same photograph, by place, ascending.
     *
     * @param images none of them blank
     * @return asked to stop, the groups found by then
     */
    public static List<List<Integer>> among(List<Thumbnail> images, Progress progress) {
        return new NearDuplicates(images, progress).search();
    }

    private List<List<Integer>> search() {
        int[] representatives = representatives();
        int blocks = (representatives.length + BLOCK - 1) / BLOCK;
        List<int[]> tasks = new ArrayList<>();
        for (int a = 0; a < blocks; a++) {
            for (int b = a; b < blocks; b++) {
                tasks.add(new int[] {a, b});
            }
        }
        Progress comparing = new PartOfProgress(progress, "", SKETCHED + CHOSEN, 1 - SKETCHED - CHOSEN);
        AtomicInteger done = new AtomicInteger();
        tasks.parallelStream().forEach(task -> {
            compare(block(representatives, task[0]), block(representatives, task[1]));
            comparing.report(
                    done.incrementAndGet() / (double) tasks.size(), Texts.of("datasets.check.progress.comparing"));
        });
        return groups.several();
    }

    /** The first of each set of images that are all but equal; the others join its group. */
    private int[] representatives() {
        Progress representing = new PartOfProgress(progress, "", SKETCHED, CHOSEN);
        int[] found = new int[images.size()];
        int count = 0;
        for (int i = 0; i < images.size() && !progress.stopRequested(); i++) {
            int equal = equalOne(i, found, count);
            if (equal < 0) {
                found[count++] = i;
            } else {
                groups.join(equal, i);
            }
            if (i % REPORTED == 0) {
                representing.report(i / (double) images.size(), Texts.of("datasets.check.progress.comparing"));
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int equalOne(int image, int[] found, int count) {
        IntegralImage integral = null;
        for (int k = 0; k < count; k++) {
            if (sketches.similar(0, image, 0, found[k], EQUAL_FIRST_BITS, EQUAL_BITS)) {
                integral = integral == null ? images.get(image).integral() : integral;
                if (Alignment.allButEqual(images.get(found[k]).integral(), integral)) {
                    return found[k];
                }
            }
        }
        return -1;
    }

    private static int[] block(int[] places, int number) {
        return Arrays.copyOfRange(places, number * BLOCK, Math.min(places.length, (number + 1) * BLOCK));
    }

    /** Compares all pairs of two blocks, or of one with itself. */
    private void compare(int[] ones, int[] others) {
        for (int window = 0; window < ImageWindow.ALL.size(); window++) {
            for (int otherWindow = 0; otherWindow < Sketches.WINDOWS; otherWindow++) {
                if (isCompared(window, otherWindow % ImageWindow.ALL.size())) {
                    compare(ones, window, others, otherWindow);
                }
            }
        }
    }

    /** One is a crop of the other, or both are shifted crops of one image. */
    private static boolean isCompared(int window, int otherWindow) {
        return window == 0 || otherWindow == 0 || window == ImageWindow.CENTRE;
    }

    private void compare(int[] ones, int window, int[] others, int otherWindow) {
        long[] words = sketches.firstWords(window);
        long[] otherWords = gather(sketches.firstWords(otherWindow), others);
        boolean itself = ones[0] == others[0];
        for (int a = 0; a < ones.length && !progress.stopRequested(); a++) {
            long word = words[ones[a]];
            for (int b = itself ? a + 1 : 0; b < otherWords.length; b++) {
                int bits = Long.bitCount(word ^ otherWords[b]);
                if (bits <= FIRST_BITS
                        && bits + sketches.otherBits(window, ones[a], otherWindow, others[b]) <= ALL_BITS) {
                    decide(ones[a], window, others[b], otherWindow);
                }
            }
        }
    }

    private static long[] gather(long[] values, int[] places) {
        return IntStream.of(places).mapToLong(place -> values[place]).toArray();
    }

    private void decide(int one, int window, int other, int otherWindow) {
        if (groups.together(one, other)) {
            return;
        }
        int windows = ImageWindow.ALL.size();
        Thumbnail second = images.get(other);
        IntegralImage integral = (otherWindow < windows ? second : second.mirrored()).integral();
        if (Alignment.same(
                images.get(one).integral(),
                ImageWindow.ALL.get(window),
                integral,
                ImageWindow.ALL.get(otherWindow % windows))) {
            groups.join(one, other);
        }
    }
}
