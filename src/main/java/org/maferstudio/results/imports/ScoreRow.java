package org.maferstudio.results.imports;

/** The scores of one row, by class. */
final class ScoreRow {
    private ScoreRow() {}

    /** The index of the largest score; the first if there are several. */
    static int largest(double[] scores) {
        int largest = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /** The sum of the scores; NaN if one is NaN. */
    static double sum(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum;
    }

    /** Normalises rounded probabilities to sum 1, and applies the softmax to logits. */
    static double[] probabilities(double[] scores, ImportedPredictions.Scores kind) {
        double[] values = scores.clone();
        if (kind == ImportedPredictions.Scores.LOGITS) {
            double most = scores[largest(scores)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.exp(scores[i] - most);
            }
        }
        double sum = sum(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i] / sum);
        }
        return values;
    }
}
