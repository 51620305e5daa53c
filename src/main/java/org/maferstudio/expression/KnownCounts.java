package org.maferstudio.expression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.maferstudio.texts.Texts;

/** How many samples of each class well-known dataset splits have: they tell which class a number means. */
public enum KnownCounts {
    FER2013_TRAIN(LabelSet.fer2013(), 3995, 436, 4097, 7215, 4830, 3171, 4965),
    FER2013_PUBLIC_TEST(LabelSet.fer2013(), 467, 56, 496, 895, 653, 415, 607),
    FER2013_PRIVATE_TEST(LabelSet.fer2013(), 491, 55, 528, 879, 594, 416, 626),
    RAF_DB_TRAIN(LabelSet.rafdb(), 1290, 281, 717, 4772, 1982, 705, 2524),
    RAF_DB_TEST(LabelSet.rafdb(), 329, 74, 160, 1185, 478, 162, 680);

    /** Some copies lack a few files. */
    private static final double TOLERANCE = 0.01;

    private final LabelSet labels;
    private final long[] counts;

    KnownCounts(LabelSet labels, long... counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /** For people, such as {@code FER2013's private test}. */
    public String title() {
        return switch (this) {
            case FER2013_TRAIN -> Texts.of("expression.knownCounts.fer2013Train");
            case FER2013_PUBLIC_TEST -> Texts.of("expression.knownCounts.fer2013PublicTest");
            case FER2013_PRIVATE_TEST -> Texts.of("expression.knownCounts.fer2013PrivateTest");
            case RAF_DB_TRAIN -> Texts.of("expression.knownCounts.rafDbTrain");
            case RAF_DB_TEST -> Texts.of("expression.knownCounts.rafDbTest");
        };
    }

    /** Its classes in its own order. */
    public LabelSet labels() {
        return labels;
    }

    /** Samples by class, in the order of {@link #labels()}. */
    public List<Long> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    /**
     * How far samples by class are from these: the sum of the differences as a share of all samples here; infinite where
     * the classes are others.
     *
     * @param others the classes, in any order
     * @param samples one count a class, in their order
     */
    public double distance(LabelSet others, List<Long> samples) {
        if (others.size() != labels.size() || !others.names().containsAll(labels.names())) {
            return Double.POSITIVE_INFINITY;
        }
        long difference = IntStream.range(0, samples.size())
                .mapToLong(i -> Math.abs(samples.get(i) - counts[labels.indexOf(others.name(i))]))
                .sum();
        return (double) difference / LongStream.of(counts).sum();
    }

    /** Whether samples by class are these, up to 1 %. */
    public boolean fits(LabelSet others, List<Long> samples) {
        return distance(others, samples) <= TOLERANCE;
    }
}
