package org.maferstudio.datasets.duplicates;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.maferstudio.job.PartOfProgress;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Finds images that show the same photograph: compressed again, lit or scaled differently, mirrored, cropped or shifted
 * by up to an eighth.
 *
 * <p>Images that are all but equal, such as frames of one scene, are represented by the first of them. Among the
 * representatives {@link AllPairs all pairs} are compared by their {@link Sketches}, or, among very many, those that a
 * {@link SketchIndex} finds; what is similar there is {@link Alignment aligned} and decided.
 */
public final class NearDuplicates {
    /** Up to so many images, which take about two minutes, all pairs are compared; of more, those that an index finds. */
    private static final int ALL_PAIRS_UP_TO = 50_000;

    /** So many images look for their representatives at once. */
    private static final int CHUNK = 2048;

    /** About which shares of the work it is to make sketches, and to choose representatives. */
    private static final double SKETCHED = 0.05;

    private static final double CHOSEN = 0.05;

    /** In how many bits, in the first 64 and in all 256, sketches of images that are all but equal differ at most. */
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
        return among(
                images,
                (sketches, compared) ->
                        compared <= ALL_PAIRS_UP_TO ? new AllPairs(sketches) : new SketchIndex(sketches, compared),
                progress);
    }

    /**
     * The same, by a search of one's choice.
     *
     * @param searches returns the search among sketches and a number of images
     */
    static List<List<Integer>> among(
            List<Thumbnail> images, BiFunction<Sketches, Integer, PairSearch> searches, Progress progress) {
        return new NearDuplicates(images, progress).search(searches);
    }

    private List<List<Integer>> search(BiFunction<Sketches, Integer, PairSearch> searches) {
        int[] representatives = representatives();
        PairSearch search = searches.apply(sketches, representatives.length);
        search.search(
                representatives,
                (one, window, other, otherWindow) -> {
                    if (!groups.together(one, other) && search.isSame(pair(one, window, other, otherWindow))) {
                        groups.join(one, other);
                    }
                },
                new PartOfProgress(progress, "", SKETCHED + CHOSEN, 1 - SKETCHED - CHOSEN));
        return groups.several();
    }

    /** The first of each set of images that are all but equal; the others join its group. */
    private int[] representatives() {
        Progress representing = new PartOfProgress(progress, "", SKETCHED, CHOSEN);
        int[] found = new int[images.size()];
        int count = 0;
        for (int start = 0; start < images.size() && !progress.stopRequested(); start += CHUNK) {
            int end = Math.min(images.size(), start + CHUNK);
            int known = count;
            int[] equal = IntStream.range(start, end)
                    .parallel()
                    .map(i -> equalOne(i, found, 0, known))
                    .toArray();
            for (int i = start; i < end; i++) {
                int one = equal[i - start] >= 0 ? equal[i - start] : equalOne(i, found, known, count);
                if (one < 0) {
                    found[count++] = i;
                } else {
                    groups.join(one, i);
                }
            }
            representing.report(end / (double) images.size(), Texts.of("datasets.check.progress.comparing"));
        }
        return Arrays.copyOf(found, count);
    }

    /** The first of some representatives that an image is all but equal to; -1 if there is none. */
    private int equalOne(int image, int[] found, int from, int to) {
        IntegralImage integral = null;
        for (int k = from; k < to; k++) {
            if (sketches.similar(0, image, 0, found[k], EQUAL_FIRST_BITS, EQUAL_BITS)) {
                integral = integral == null ? images.get(image).integral() : integral;
                if (Alignment.allButEqual(images.get(found[k]).integral(), integral)) {
                    return found[k];
                }
            }
        }
        return -1;
    }

    private Alignment pair(int one, int window, int other, int otherWindow) {
        int windows = ImageWindow.ALL.size();
        Thumbnail second = images.get(other);
        return new Alignment(
                images.get(one).integral(),
                ImageWindow.ALL.get(window),
                (otherWindow < windows ? second : second.mirrored()).integral(),
                ImageWindow.ALL.get(otherWindow % windows));
    }
}
