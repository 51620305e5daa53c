package org.maferstudio.results.imports;

import java.nio.file.Path;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Detects the kind of scores from all rows, and converts them to probabilities. */
final class ScoreScale {
    private static final double LOOSE = 0.02;

    private final int classes;
    private int decimals;
    private long rows;
    private long oneHot;
    private long sumToOne;
    private long sumToHundred;
    private long negative;
    private double firstSum = Double.NaN;

    ScoreScale(int classes) {
        this.classes = classes;
    }

    /** Adds the scores of a row, and their number of decimals. */
    void add(double[] scores, int written) {
        double sum = 0;
        double least = 0;
        int ones = 0;
        int zeros = 0;
        for (double score : scores) {
            sum += score;
            least = Math.min(least, score);
            ones += score == 1 || score == 100 ? 1 : 0;
            zeros += score == 0 ? 1 : 0;
        }
        if (!Double.isFinite(sum)) {
            return;
        }
        rows++;
        decimals = Math.max(decimals, written);
        firstSum = Double.isNaN(firstSum) ? sum : firstSum;
        double loose = 0.05 * classes;
        oneHot += ones == 1 && zeros == classes - 1 ? 1 : 0;
        negative += least < -1e-6 ? 1 : 0;
        sumToOne += least >= -1e-6 && Math.abs(sum - 1) <= loose ? 1 : 0;
        sumToHundred += least >= -1e-6 && Math.abs(sum - 100) <= 10 * loose ? 1 : 0;
    }

    /**
     * Returns the kind of scores.
     *
     * @param said the kind that the user specified
     * @throws Problem if it is not specified and cannot be recognised
     */
    ImportedPredictions.Scores kind(Path file, ImportedPredictions.Scores said) {
        if (said != ImportedPredictions.Scores.AUTO) {
            return said;
        }
        if (rows == 0 || oneHot == rows) {
            return ImportedPredictions.Scores.NONE;
        }
        if (2 * sumToOne >= rows) {
            return ImportedPredictions.Scores.PROBABILITIES;
        }
        if (2 * sumToHundred >= rows) {
            return ImportedPredictions.Scores.PERCENT;
        }
        if (10 * negative >= rows) {
            return ImportedPredictions.Scores.LOGITS;
        }
        throw Problem.input(Texts.of("results.importPredictions.error.scores", file, Numbers.fixed(firstSum, 3)));
    }

    /** Whether the sum of a row's probabilities or percentages is correct up to rounding. */
    boolean isWhole(double sum, ImportedPredictions.Scores kind) {
        double whole = kind == ImportedPredictions.Scores.PERCENT ? 100 : 1;
        return Math.abs(sum - whole) <= Math.max(LOOSE * whole, ImportNumbers.tolerance(classes, decimals));
    }
}
