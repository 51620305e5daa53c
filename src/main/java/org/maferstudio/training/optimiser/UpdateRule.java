package org.maferstudio.training.optimiser;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.maferstudio.recipe.OptimiserConfig;

/** Updates one parameter from its gradient, like PyTorch's optimiser of the same name. */
public sealed interface UpdateRule {
    /** The names of the state arrays of each parameter; they are initialised to 0. */
    List<String> memories();

    /**
     * Updates a parameter in place.
     *
     * @param value the parameter
     * @param gradient of the same shape; may be overwritten
     * @param memory one array per name of {@link #memories()}
     * @param rate the learning rate
     * @param step number of steps, including this one
     */
    void update(NDArray value, NDArray gradient, List<NDArray> memory, double rate, long step);

    /** Returns the rule of a configuration. */
    static UpdateRule of(OptimiserConfig plan) {
        return switch (plan.algorithm()) {
            case SGD -> new Sgd(plan.weightDecay(), plan.momentum(), plan.nesterov());
            case ADAM -> new Adam(plan.beta1(), plan.beta2(), plan.weightDecay(), false, plan.amsgrad());
            case ADAMW -> new Adam(plan.beta1(), plan.beta2(), plan.weightDecay(), true, plan.amsgrad());
        };
    }

    /** Stochastic gradient descent with momentum (Sutskever et al. 2013) and decay as part of the gradient. */
    record Sgd(double weightDecay, double momentum, boolean nesterov) implements UpdateRule {
        @Override
        public List<String> memories() {
            return momentum == 0 ? List.of() : List.of("momentum");
        }

        @Override
        public void update(NDArray value, NDArray gradient, List<NDArray> memory, double rate, long step) {
            decay(value, gradient, weightDecay);
            if (momentum != 0) {
                NDArray velocity = memory.get(0);
                velocity.muli(momentum);
                velocity.addi(gradient);
                if (nesterov) {
                    addScaled(gradient, velocity, momentum);
                } else {
                    addScaled(value, velocity, -rate);
                    return;
                }
            }
            addScaled(value, gradient, -rate);
        }
    }

    /**
     * Adam (Kingma and Ba 2015, arXiv 1412.6980), AMSGrad (Reddi et al. 2018) and AdamW (Loshchilov and Hutter 2019,
     * arXiv 1711.05101).
     *
     * @param decoupled whether the decay shrinks the parameter (AdamW) or joins the gradient (Adam)
     */
    record Adam(double beta1, double beta2, double weightDecay, boolean decoupled, boolean amsgrad)
            implements UpdateRule {
        private static final double EPSILON = 1e-8;

        @Override
        public List<String> memories() {
            return amsgrad ? List.of("mean", "square", "largest_square") : List.of("mean", "square");
        }

        @Override
        public void update(NDArray value, NDArray gradient, List<NDArray> memory, double rate, long step) {
            if (decoupled) {
                value.muli(1 - rate * weightDecay);
            } else {
                decay(value, gradient, weightDecay);
            }
            NDArray mean = memory.get(0);
            mean.muli(beta1);
            addScaled(mean, gradient, 1 - beta1);
            NDArray square = memory.get(1);
            square.muli(beta2);
            gradient.muli(gradient);
            addScaled(square, gradient, 1 - beta2);
            double meanCorrection = 1 - Math.pow(beta1, (double) step);
            double squareCorrection = Math.sqrt(1 - Math.pow(beta2, (double) step));
            try (NDArray root = largest(memory).sqrt()) {
                root.divi(squareCorrection);
                root.addi(EPSILON);
                try (NDArray move = mean.div(root)) {
                    addScaled(value, move, -rate / meanCorrection);
                }
            }
        }

        private NDArray largest(List<NDArray> memory) {
            NDArray square = memory.get(1);
            if (!amsgrad) {
                return square;
            }
            NDArray largest = memory.get(2);
            try (NDArray higher = largest.maximum(square)) {
                higher.copyTo(largest);
            }
            return largest;
        }
    }

    private static void decay(NDArray value, NDArray gradient, double weightDecay) {
        if (weightDecay != 0) {
            addScaled(gradient, value, weightDecay);
        }
    }

    private static void addScaled(NDArray target, NDArray source, double factor) {
        try (NDArray scaled = source.mul(factor)) {
            target.addi(scaled);
        }
    }
}
