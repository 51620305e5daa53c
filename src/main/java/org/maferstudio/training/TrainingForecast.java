package org.maferstudio.training;

import org.maferstudio.datasets.PixelCache;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.recipe.OptimiserConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.data.EpochPlan;
import org.maferstudio.training.optimiser.UpdateRule;

/**
 * An estimate of the memory and time of a training.
 *
 * @param bytes of memory, at its peak
 * @param seconds from start to end; NaN if the speed of the network is unknown
 */
public record TrainingForecast(long bytes, double seconds) {
    /** The program, the toolkit and the engine before a network is loaded, as measured. */
    private static final long PROGRAM_BYTES = 450L << 20;

    /** Cost of training on an image relative to inference, as measured for both networks. */
    private static final double TRAINING_FACTOR = 3.6;

    /** If only the classifier is trained, there is no backward pass through the rest. */
    private static final double FROZEN_FACTOR = 1.15;

    /**
     * The size of the dataset.
     *
     * @param training number of images of the training split
     * @param validation number of images of the validation split
     * @param classes number of classes
     */
    public record Load(int training, int validation, int classes) {}

    /**
     * Estimates a recipe.
     *
     * @param recognisedPerSecond images per second of inference on this computer; NaN if unknown
     */
    public static TrainingForecast of(Recipe recipe, Load load, double recognisedPerSecond) {
        boolean frozen = recipe.optimiser().rest() == 0;
        double each = frozen ? FROZEN_FACTOR : TRAINING_FACTOR;
        boolean taught = recipe.objective().teacher().teaches();
        double perEpoch = (each + (taught ? 1 : 0)) * plan(recipe, load).imagesUsed() + validated(recipe, load);
        double evaluation = (1.0 + recipe.resolutions().size()) * load.validation();
        double seconds = (perEpoch * recipe.course().epochs() + evaluation) / recognisedPerSecond;
        return new TrainingForecast(bytes(recipe, load, frozen), seconds);
    }

    private static EpochPlan plan(Recipe recipe, Load load) {
        return new EpochPlan(Math.max(2, load.training()), recipe.course());
    }

    /** The number of images evaluated by the validations of an epoch. */
    private static double validated(Recipe recipe, Load load) {
        TrainingConfig course = recipe.course();
        int validations = plan(recipe, load).validations();
        int resolutions = course.validateAt() == 0 ? 1 : 2;
        boolean askedToo = recipe.objective().teacher().teaches()
                && recipe.learningRate().watches() == LearningRateConfig.Watch.LOSS_WITH_TEACHER;
        int teacher = askedToo ? (course.bestAt() == TrainingConfig.At.MEAN ? 2 : 1) : 0;
        return (double) validations * (resolutions + teacher) * load.validation() / course.validationStride();
    }

    private static long bytes(Recipe recipe, Load load, boolean frozen) {
        int channels = recipe.network().colour().channels();
        NetworkSpec spec = NetworkSpec.of(recipe.network().name(), channels);
        int size = recipe.network().size();
        long weights = 4 * spec.trainableCount(load.classes());
        boolean taught = recipe.objective().teacher().teaches();
        // A teacher is an additional network, evaluated on each batch.
        long ofTeacher = taught ? 4 * spec.trainableCount(1) : 0;
        long inputs = 4L * channels * size * size * recipe.course().batch() * (taught ? 2 : 1);
        // The weights, their gradients, the optimiser's state, and a copy with folded batch norms.
        long ofWeights = weights * (frozen ? 2 : 3 + memories(recipe.optimiser()));
        long passing = frozen
                ? spec.inferenceBytes(size) * Math.max(64, recipe.course().batch())
                : spec.trainingBytes(size) * recipe.course().batch();
        long pictures = (long) (load.training() + load.validation())
                * recipe.network().resize()
                * recipe.network().resize()
                * (channels == 1 ? 1 : 3);
        return PROGRAM_BYTES + ofWeights + ofTeacher + inputs + passing + Math.min(pictures, PixelCache.defaultLimit());
    }

    private static int memories(OptimiserConfig plan) {
        return UpdateRule.of(plan).memories().size();
    }
}
