package org.maferstudio.recipe;

import java.util.Locale;
import java.util.Optional;
import org.maferstudio.texts.Texts;

/**
 * The duration, batches and validations of a training, and which network is saved.
 *
 * @param epochs passes over the training split
 * @param batch images that go through the network at once
 * @param accumulation batches whose gradients make one step
 * @param gradientReduction how the gradients of these batches are combined
 * @param leftoverBatches what happens to the batches at the end of an epoch that do not fill a step
 * @param validationsPerEpoch how many validations an epoch has; more than it has steps means one after each step
 * @param validationStride each validation evaluates every so many-th image of the validation part; 1 evaluates all
 * @param bestBy the measure on the validation part that decides which network is kept
 * @param bestAt at which resolution that measure is taken
 * @param validateAt the pixels of the shorter side at which each validation looks a second time; 0 looks at native
 *     resolution alone
 * @param keep which network is kept at the end
 * @param earlyStop how many validations without improvement end the training; 0 never does
 * @param seed what every random draw derives from
 */
public record TrainingConfig(
        int epochs,
        int batch,
        int accumulation,
        Reduction gradientReduction,
        Leftover leftoverBatches,
        int validationsPerEpoch,
        int validationStride,
        Measure bestBy,
        At bestAt,
        int validateAt,
        Keep keep,
        int earlyStop,
        long seed) {
    /** How the gradients of accumulated batches are combined; {@link #id()} is the name in files. */
    public enum Reduction {
        /** Their mean: the same learning rate fits any accumulation. */
        MEAN,
        /** Their sum, as PyTorch gathers gradients if the loss is not divided: what the paper's authors do. */
        SUM;

        /** Such as {@code sum}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * What the loss of each batch is divided by.
         *
         * @param batches how many batches make the step
         */
        public int divisor(int batches) {
            return this == MEAN ? batches : 1;
        }
    }

    /** What happens to the last batches of an epoch if they do not fill a step; {@link #id()} is the name in files. */
    public enum Leftover {
        /** They make a smaller step. */
        USE,
        /** They are not trained on in this epoch; an epoch without a full step makes one step of what it has. */
        DROP;

        /** Such as {@code drop}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which network is kept at the end; {@link #id()} is the name in files. */
    public enum Keep {
        /** The one with the best validation. */
        BEST,
        /** The last one; validations still drive the learning rate. */
        LAST;

        /** Such as {@code last}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** At which resolution validations count; {@link #id()} is the name in files. */
    public enum At {
        NATIVE,
        /** At the resolution {@link TrainingConfig#validateAt()}. */
        LOW,
        /** The mean of both. */
        MEAN;

        /** Such as {@code native}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns a copy with another seed. */
    public TrainingConfig withSeed(long other) {
        return new TrainingConfig(
                epochs,
                batch,
                accumulation,
                gradientReduction,
                leftoverBatches,
                validationsPerEpoch,
                validationStride,
                bestBy,
                bestAt,
                validateAt,
                keep,
                earlyStop,
                other);
    }

    /** The resolution at which the best network is selected, such as {@code at 8 px}; empty for native resolution. */
    public Optional<String> bestAtText() {
        return switch (bestAt) {
            case NATIVE -> Optional.empty();
            case LOW -> Optional.of(Texts.of("recipe.trainingConfig.bestAt.low", validateAt));
            case MEAN -> Optional.of(Texts.of("recipe.trainingConfig.bestAt.mean", validateAt));
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
    public static final TrainingConfig DEFAULT = new TrainingConfig(12, 128, 1, 1, Measure.ACCURACY, 0, 17);

    /** A course that validates at native resolution alone. */
    public TrainingConfig(
            int epochs,
            int batch,
            int accumulation,
            int validationsPerEpoch,
            Measure bestBy,
            int earlyStop,
            long seed) {
        this(
                epochs,
                batch,
                accumulation,
                Reduction.MEAN,
                Leftover.USE,
                validationsPerEpoch,
                1,
                bestBy,
                At.NATIVE,
                0,
                Keep.BEST,
                earlyStop,
                seed);
    }

    public TrainingConfig {
        RecipeFields.check("course.epochs", epochs);
        RecipeFields.check("course.batch", batch);
        RecipeFields.check("course.accumulation", accumulation);
        RecipeFields.check("course.validationsPerEpoch", validationsPerEpoch);
        RecipeFields.check("course.validationStride", validationStride);
        RecipeFields.check("course.earlyStop", earlyStop);
        RecipeFields.check("course.validateAt", validateAt);
        if (validateAt == 1) {
            throw new IllegalArgumentException(Texts.of("recipe.trainingConfig.error.validateAt"));
        }
        if (keep == Keep.LAST && earlyStop > 0) {
            throw new IllegalArgumentException(Texts.of("recipe.trainingConfig.error.earlyStop"));
        }
        if (bestAt != At.NATIVE && validateAt == 0) {
            throw new IllegalArgumentException(Texts.of("recipe.trainingConfig.error.bestAt"));
        }
    }
}
