package org.maferstudio.network;

/**
 * A network's prediction for one image; the arrays are not copies, so do not modify them.
 *
 * @param features the values before the classifier
 * @param logits one per class
 * @param probabilities one per class, 0 to 1, adding up to 1
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record Recognition(float[] features, float[] logits, float[] probabilities) {
    /** The prediction of these logits. */
    public static Recognition of(float[] features, float[] logits) {
        return new Recognition(features, logits, softmax(logits));
    }

    /** The class with the largest probability; the first of several. */
    public int predicted() {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The natural logarithm of a class's probability; from the logits, because a probability may round to 0. */
    public double logProbability(int label) {
        Normaliser normaliser = Normaliser.of(logits);
        return logits[label] - normaliser.max() - Math.log(normaliser.sum());
    }

    /** Softmax in double precision. */
    static float[] softmax(float[] logits) {
        Normaliser normaliser = Normaliser.of(logits);
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (Math.exp(logits[i] - normaliser.max()) / normaliser.sum());
        }
        return probabilities;
    }

    /**
     * What softmax divides by; {@code exp(l - max)} does not overflow.
     *
     * @param max the largest logit
     * @param sum of {@code exp(l - max)} over all logits
     */
    private record Normaliser(double max, double sum) {
        static Normaliser of(float[] logits) {
            double max = Double.NEGATIVE_INFINITY;
            for (float logit : logits) {
                max = Math.max(max, logit);
            }
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp(logit - max);
            }
            return new Normaliser(max, sum);
        }
    }
}
