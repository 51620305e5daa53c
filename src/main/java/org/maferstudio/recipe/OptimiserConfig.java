package org.maferstudio.recipe;

import java.util.Locale;
import org.maferstudio.texts.Texts;

/**
 * How weights follow their gradients; the meaning of each number is PyTorch's.
 *
 * @param algorithm which rule
 * @param learningRate of the classifier, above 0
 * @param restLearningRate of all other weights; 0 freezes them, null means the same as the classifier's
 * @param weightDecay at least 0
 * @param momentum of SGD, 0 to 1
 * @param nesterov whether SGD looks ahead; wants a momentum
 * @param beta1 Adam's memory of the mean, 0 to 1 (not included)
 * @param beta2 Adam's memory of the square, 0 to 1 (not included)
 * @param amsgrad whether Adam keeps the largest square
 * @param averageDecay decay of the exponential moving average of the weights after each step, 0 to 1 (not included); 0
 *     keeps no average, otherwise the averaged network is validated and saved
 */
public record OptimiserConfig(
        Algorithm algorithm,
        double learningRate,
        Double restLearningRate,
        double weightDecay,
        double momentum,
        boolean nesterov,
        double beta1,
        double beta2,
        boolean amsgrad,
        double averageDecay) {
    /** The rules; {@link #id()} is the name in files. */
    public enum Algorithm {
        ADAM,
        ADAMW,
        SGD;

        /** Such as {@code adam}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** SGD with momentum, for training from scratch. */
    public static final OptimiserConfig DEFAULT = sgd(0.05);

    /** An update rule whose weights are not averaged. */
    public OptimiserConfig(
            Algorithm algorithm,
            double learningRate,
            Double restLearningRate,
            double weightDecay,
            double momentum,
            boolean nesterov,
            double beta1,
            double beta2,
            boolean amsgrad) {
        this(algorithm, learningRate, restLearningRate, weightDecay, momentum, nesterov, beta1, beta2, amsgrad, 0);
    }

    public OptimiserConfig {
        RecipeFields.check("optimiser.learningRate", learningRate);
        RecipeFields.check("optimiser.restLearningRate", restLearningRate);
        RecipeFields.check("optimiser.weightDecay", weightDecay);
        RecipeFields.check("optimiser.momentum", momentum);
        RecipeFields.check("optimiser.beta1", beta1);
        RecipeFields.check("optimiser.beta2", beta2);
        RecipeFields.check("optimiser.averageDecay", averageDecay);
        if (nesterov && algorithm == Algorithm.SGD && momentum == 0) {
            throw new IllegalArgumentException(Texts.of("recipe.optimiser.error.nesterov", momentum));
        }
    }

    /** SGD with momentum 0.9 and weight decay 5e-4. */
    public static OptimiserConfig sgd(double learningRate) {
        return new OptimiserConfig(Algorithm.SGD, learningRate, null, 5e-4, 0.9, false, 0.9, 0.999, false);
    }

    /** Adam with PyTorch's betas and weight decay 1e-4. */
    public static OptimiserConfig adam(double learningRate) {
        return new OptimiserConfig(Algorithm.ADAM, learningRate, null, 1e-4, 0.9, false, 0.9, 0.999, false);
    }

    /** The learning rate of all weights but the classifier's. */
    public double rest() {
        return restLearningRate == null ? learningRate : restLearningRate;
    }
}
