package org.maferstudio.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maferstudio.texts.Texts;

/** Class counts of well-known dataset splits, which reveal the meaning of class numbers. */
public enum KnownCounts {
    FER2013_TRAIN,
    FER2013_PUBLIC_TEST,
    FER2013_PRIVATE_TEST,
    RAF_DB_TRAIN,
    RAF_DB_TEST;

    /** Some copies lack a few files. */
    private static final double TOLERANCE = 0.01;

    /** The displayed name, such as {@code FER2013's private test}. */
    public String title() {
        return switch (this) {
            case FER2013_TRAIN -> Texts.of("expression.knownCounts.fer2013Train");
            case FER2013_PUBLIC_TEST -> Texts.of("expression.knownCounts.fer2013PublicTest");
            case FER2013_PRIVATE_TEST -> Texts.of("expression.knownCounts.fer2013PrivateTest");
            case RAF_DB_TRAIN -> Texts.of("expression.knownCounts.rafDbTrain");
            case RAF_DB_TEST -> Texts.of("expression.knownCounts.rafDbTest");
        };
    }

    /** The identifier in files, such as {@code fer2013-private-test}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its classes, in its own order. */
    public LabelSet labels() {
        return this == RAF_DB_TRAIN || this == RAF_DB_TEST ? LabelSet.rafdb() : LabelSet.fer2013();
    }

    /** Samples by class, in the order of {@link #labels()}. */
    public List<Long> counts() {
        return switch (this) {
            case FER2013_TRAIN -> List.of(3995L, 436L, 4097L, 7215L, 4830L, 3171L, 4965L);
            case FER2013_PUBLIC_TEST -> List.of(467L, 56L, 496L, 895L, 653L, 415L, 607L);
            case FER2013_PRIVATE_TEST -> List.of(491L, 55L, 528L, 879L, 594L, 416L, 626L);
            case RAF_DB_TRAIN -> List.of(1290L, 281L, 717L, 4772L, 1982L, 705L, 2524L);
            case RAF_DB_TEST -> List.of(329L, 74L, 160L, 1185L, 478L, 162L, 680L);
        };
    }

    /**
     * The distance of class counts from these: the sum of absolute differences as a share of all samples of this split;
     * infinite if the classes differ.
     *
     * @param others the classes, in any order
     * @param samples one count per class, in their order
     */
    public double distance(LabelSet others, List<Long> samples) {
        LabelSet labels = labels();
        if (others.size() != labels.size() || !others.names().containsAll(labels.names())) {
            return Double.POSITIVE_INFINITY;
        }
        List<Long> counts = counts();
        long difference = IntStream.range(0, samples.size())
                .mapToLong(i -> Math.abs(samples.get(i) - counts.get(labels.indexOf(others.name(i)))))
                .sum();
        return (double) difference / counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the split with these class counts, up to 1 %; empty if there is none. */
    public static Optional<KnownCounts> of(LabelSet labels, List<Long> samples) {
        return Stream.of(values()).filter(known -> known.fits(labels, samples)).findFirst();
    }

    /** Whether class counts match these up to 1 %. */
    public boolean fits(LabelSet others, List<Long> samples) {
        return distance(others, samples) <= TOLERANCE;
    }
}
