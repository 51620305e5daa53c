package org.maferstudio.experiment;

import java.util.Locale;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * How long a training lasts, in which portions, and which of its networks is kept.
 *
 * @param epochs how often it sees the training part
 * @param batch images that go through the network at once
 * @param accumulation batches whose gradients make one step
 * @param validationsPerEpoch how often the validation part is looked at
 * @param bestBy the measure on the validation part that decides which network is kept
 * @param bestAt at which resolution that measure is taken
 * @param validateAt the pixels of the shorter side at which each validation looks a second time; 0 looks at native
 *     resolution alone
 * @param earlyStop how many validations without improvement end the training; 0 never does
 * @param seed what every random draw derives from
 */
public record Course(
        int epochs,
        int batch,
        int accumulation,
        int validationsPerEpoch,
        Measure bestBy,
        At bestAt,
        int validateAt,
        int earlyStop,
        long seed) {
    /** At which resolution validations count; {@link #id()} is the name in files. */
    public enum At {
        NATIVE,
        /** Where {@link Course#validateAt()} says. */
        LOW,
        /** The mean of both. */
        MEAN;

        /** Such as {@code native}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the best is chosen, as the end of a sentence such as {@code  at 8 px}; empty for native resolution. */
    public String bestAtWords() {
        return switch (bestAt) {
            case NATIVE -> "";
            case LOW -> Texts.of("experiment.at-px", validateAt);
            case MEAN -> Texts.of("experiment.in-the-mean-of-native-and-px", validateAt);
        };
    }

    /** Measures on the validation part; {@link #id()} is the name in files. */
    public enum Measure {
        ACCURACY,
        MEAN_CLASS_ACCURACY,
        MACRO_F1,
        LOSS;

        /** Such as {@code mean-class-accuracy}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether {@code value} is better than {@code other}; nothing is better than a NaN, and all else is. */
        public boolean better(double value, double other) {
            if (Double.isNaN(value)) {
                return false;
            }
            return Double.isNaN(other) || (this == LOSS ? value < other : value > other);
        }
    }

    /** Twelve epochs of batches of 128. */
    public static final Course DEFAULT = new Course(12, 128, 1, 1, Measure.ACCURACY, 0, 17);

    /** A course that validates at native resolution alone. */
    public Course(
            int epochs,
            int batch,
            int accumulation,
            int validationsPerEpoch,
            Measure bestBy,
            int earlyStop,
            long seed) {
        this(epochs, batch, accumulation, validationsPerEpoch, bestBy, At.NATIVE, 0, earlyStop, seed);
    }

    public Course {
        Checks.between(Texts.of("experiment.the-number-of-epochs"), epochs, 1, 100_000);
        Checks.between(Texts.of("experiment.the-batch"), batch, 2, 65_536);
        Checks.between(Texts.of("experiment.the-accumulation"), accumulation, 1, 4096);
        Checks.between(Texts.of("experiment.the-validations-of-an-epoch"), validationsPerEpoch, 1, 100);
        Checks.between(Texts.of("experiment.the-patience-of-the-early-stop"), earlyStop, 0, 100_000);
        Checks.between(Texts.of("experiment.the-resolution-of-validations"), validateAt, 0, Resolution.MOST);
        if (validateAt == 1) {
            throw new IllegalArgumentException(Texts.of("experiment.a-resolution-has-at-least-2"));
        }
        if (bestAt != At.NATIVE && validateAt == 0) {
            throw new IllegalArgumentException(Texts.of("experiment.the-best-network-can-only-be"));
        }
    }
}
