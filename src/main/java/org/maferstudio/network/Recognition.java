package org.maferstudio.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network's prediction for one image; the arrays are not copies, so do not modify them.
 *
 * @param features the values before the classifier; none if the network does not give them
 * @param logits one per class; logarithms of the probabilities if the network gives nothing else
 * @param probabilities one per class, 0 to 1, adding up to 1
 * @param values numbers that are no classes, such as valence; usually none
 */
@SuppressWarnings("ArrayRecordComponent") // ten thousand of these are made at once; lists would be heavier
public record Recognition(float[] features, float[] logits, float[] probabilities, float[] values) {
    private static final float[] NONE = {};

    /** Instead of the logarithm of 0: about that of the smallest number. */
    private static final float LEAST_LOGARITHM = -104;

    /** The prediction of these logits. */
    public static Recognition of(float[] features, float[] logits) {
        return new Recognition(features, logits, softmax(logits), NONE);
    }

    /**
     * The predictions of a batch.
     *
     * @param features of {@code count} images, one after the other; the logits likewise
     */
    public static List<Recognition> ofBatch(float[] features, float[] logits, int count) {
        int width = features.length / count;
        int classes = logits.length / count;
        List<Recognition> answers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            answers.add(of(
                    Arrays.copyOfRange(features, i * width, (i + 1) * width),
                    Arrays.copyOfRange(logits, i * classes, (i + 1) * classes)));
        }
        return answers;
    }

    /** The prediction of a network that gives probabilities only; they are kept exactly. */
    public static Recognition ofProbabilities(float[] features, float[] probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.max((float) Math.log(probabilities[i]), LEAST_LOGARITHM);
        }
        return new Recognition(features, logits, probabilities, NONE);
    }

    /** Returns a copy with numbers that are no classes. */
    public Recognition withValues(float[] others) {
        return new Recognition(features, logits, probabilities, others);
    }

    /** The class with the largest probability; the first of several. */
    public int predicted() {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            // Logarithms of different probabilities may be the same number.
            if (logits[i] > logits[best] || (logits[i] == logits[best] && probabilities[i] > probabilities[best])) {
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
