package org.maferstudio.training;

/**
 * PyTorch's ReduceLROnPlateau with a relative threshold: counts validations without improvement, and how often the rate
 * has fallen.
 *
 * @param best the best value so far; NaN before the first
 * @param bad validations without improvement since the best or the last fall
 * @param falls how often the rate has fallen
 */
record Plateau(double best, int bad, int falls) {
    /** Before the first validation. */
    static final Plateau START = new Plateau(Double.NaN, 0, 0);

    /**
     * After one more validation.
     *
     * @param value of the measure
     * @param smallerIsBetter whether it is a loss
     */
    Plateau after(double value, boolean smallerIsBetter, double threshold, int patience) {
        boolean better = Double.isNaN(best)
                || (smallerIsBetter ? value < best * (1 - threshold) : value > best * (1 + threshold));
        if (better) {
            return new Plateau(value, 0, falls);
        }
        return bad + 1 > patience ? new Plateau(best, 0, falls + 1) : new Plateau(best, bad + 1, falls);
    }
}
