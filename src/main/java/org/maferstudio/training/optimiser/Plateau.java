package org.maferstudio.training.optimiser;

import org.maferstudio.recipe.TrainingConfig;

/**
 * PyTorch's ReduceLROnPlateau with a relative threshold.
 *
 * @param best the best value so far; NaN before the first
 * @param bad number of validations without improvement since the best value or the last reduction
 * @param falls number of reductions of the learning rate
 */
public record Plateau(double best, int bad, int falls) {
    /** Before the first validation. */
    public static final Plateau START = new Plateau(Double.NaN, 0, 0);

    /**
     * Returns the state after one more validation.
     *
     * @param value of the measure
     */
    public Plateau after(double value, TrainingConfig.Measure measure, double threshold, int patience) {
        boolean better = Double.isNaN(best)
                || (measure == TrainingConfig.Measure.LOSS
                        ? value < best * (1 - threshold)
                        : value > best * (1 + threshold));
        if (better) {
            return new Plateau(value, 0, falls);
        }
        return bad + 1 > patience ? new Plateau(best, 0, falls + 1) : new Plateau(best, bad + 1, falls);
    }
}
