package org.maferstudio.recipe;

import java.util.Locale;

/**
 * How the learning rate changes over a run. Fields that the chosen shape does not use keep their values.
 *
 * @param shape how it runs
 * @param warmUpEpochs over how many epochs the rate climbs in a straight line to its start, at least 0
 * @param patience plateau: how many validations without improvement are borne before the rate falls
 * @param factor plateau and step: what the rate is multiplied with, 0 to 1
 * @param threshold plateau: the relative change that counts as improvement, 0 to 1
 * @param minimum plateau and cosine: where the rate stops, as an absolute rate
 * @param everyEpochs step: how many epochs a step lasts, at least 1
 * @param everyValidations step: how many validations a step lasts, in place of epochs; 0 counts epochs
 * @param watches plateau: what has to improve
 */
public record LearningRateConfig(
        Shape shape,
        double warmUpEpochs,
        int patience,
        double factor,
        double threshold,
        double minimum,
        int everyEpochs,
        int everyValidations,
        Watch watches) {
    /** What a plateau is one of; {@link #id()} is the name in files. */
    public enum Watch {
        /** The measure by which the best network is kept. */
        BEST,
        /** The loss on the validation part, at the resolution by which the best network is kept. */
        LOSS,
        /** That loss plus the teacher's term, lambda times the mean squared distance; {@link #LOSS} without a teacher. */
        LOSS_WITH_TEACHER;

        /** The identifier, such as {@code best}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether smaller values are better whatever the measure of the best is. */
        public boolean isLoss() {
            return this != BEST;
        }
    }

    /** The shapes; {@link #id()} is the name in files. */
    public enum Shape {
        /** Falls when what it watches no longer improves, as PyTorch's ReduceLROnPlateau. */
        PLATEAU,
        /** Half a cosine from the start to the minimum at the end of the run. */
        COSINE,
        /** Falls every few epochs, as PyTorch's StepLR, or every few validations. */
        STEP,
        CONSTANT;

        /** Such as {@code plateau}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Half a cosine over the whole run. */
    public static final LearningRateConfig DEFAULT = new LearningRateConfig(Shape.COSINE, 0, 10, 0.1, 0.001, 0, 10);

    /** A plan whose plateau is one of the measure by which the best network is kept. */
    public LearningRateConfig(
            Shape shape,
            double warmUpEpochs,
            int patience,
            double factor,
            double threshold,
            double minimum,
            int everyEpochs) {
        this(shape, warmUpEpochs, patience, factor, threshold, minimum, everyEpochs, 0, Watch.BEST);
    }

    public LearningRateConfig {
        RecipeFields.check("learningRate.warmUpEpochs", warmUpEpochs);
        RecipeFields.check("learningRate.patience", patience);
        RecipeFields.check("learningRate.factor", factor);
        RecipeFields.check("learningRate.threshold", threshold);
        RecipeFields.check("learningRate.minimum", minimum);
        RecipeFields.check("learningRate.everyEpochs", everyEpochs);
        RecipeFields.check("learningRate.everyValidations", everyValidations);
    }

    /** This plan with another shape. */
    public LearningRateConfig as(Shape other) {
        return new LearningRateConfig(
                other, warmUpEpochs, patience, factor, threshold, minimum, everyEpochs, everyValidations, watches);
    }
}
