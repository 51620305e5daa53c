package org.maferstudio.datasets.opening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;

/**
 * Recognises FER2013 and RAF-DB by their content: samples by class and split, and the size of the images. File and folder names
 * alone name nothing, as many datasets copy them.
 *
 * @param title of the dataset
 * @param side of its images, in pixels
 * @param parts the splits, one or several together, whose samples by class a split may have
 */
record KnownDataset(String title, int side, List<List<KnownCounts>> parts) {
    private static final List<KnownDataset> ALL = List.of(
            new KnownDataset(
                    "FER2013",
                    48,
                    List.of(
                            List.of(KnownCounts.FER2013_TRAIN),
                            List.of(KnownCounts.FER2013_PUBLIC_TEST),
                            List.of(KnownCounts.FER2013_PRIVATE_TEST),
                            List.of(KnownCounts.FER2013_PUBLIC_TEST, KnownCounts.FER2013_PRIVATE_TEST))),
            new KnownDataset(
                    "RAF-DB", 100, List.of(List.of(KnownCounts.RAF_DB_TRAIN), List.of(KnownCounts.RAF_DB_TEST))));

    /** Some copies lack a few files. */
    private static final double TOLERANCE = 0.01;

    private static final int IMAGES_TRIED = 9;

    /** The name of the dataset that these samples are; empty if they are none of the known ones. */
    static Optional<String> title(LabelSet labels, List<Sample> samples) {
        return ALL.stream()
                .filter(known -> known.are(labels, samples))
                .map(known -> known.title)
                .findFirst();
    }

    /** A folder's name; where it is that of a known dataset that the folder does not hold, the title says so. */
    static String otherwise(String name) {
        return ALL.stream().anyMatch(known -> known.title.equals(name)) ? name + "-like" : name;
    }

    private boolean are(LabelSet labels, List<Sample> samples) {
        LabelSet own = parts.get(0).get(0).labels();
        if (samples.isEmpty() || labels.size() != own.size() || !labels.names().containsAll(own.names())) {
            return false;
        }
        Map<String, int[]> counts = new Dataset("", "", labels, samples, List.of(), List.of()).counts();
        return counts.values().stream().allMatch(count -> parts.stream().anyMatch(part -> fits(part, labels, count)))
                && haveSide(samples);
    }

    private static boolean fits(List<KnownCounts> part, LabelSet labels, int[] counts) {
        LabelSet own = part.get(0).labels();
        long difference = 0;
        long all = 0;
        for (int i = 0; i < own.size(); i++) {
            int place = i;
            long known =
                    part.stream().mapToLong(each -> each.counts().get(place)).sum();
            difference += Math.abs(known - counts[labels.indexOf(own.name(i))]);
            all += known;
        }
        return difference <= TOLERANCE * all;
    }

    /** Whether most of a few images have the known size. */
    private boolean haveSide(List<Sample> samples) {
        long fitting = IntStream.range(0, IMAGES_TRIED)
                .mapToObj(i -> samples.get((int) ((long) i * samples.size() / IMAGES_TRIED)))
                .filter(this::hasSide)
                .count();
        return 2 * fitting > IMAGES_TRIED;
    }

    private boolean hasSide(Sample sample) {
        try {
            var image = sample.pixels().read();
            return image.width() == side && image.height() == side;
        } catch (Problem e) {
            // Unreadable ones are listed when the dataset is checked.
            return false;
        }
    }
}
