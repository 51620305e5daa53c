package org.maferstudio.ui.results.samples;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The selected cell of the matrix.
 *
 * @param truth the row
 * @param predicted the column
 */
public record CellSelection(int truth, int predicted) implements SampleChoice {
    @Override
    public boolean fits(Predictions predictions) {
        return Math.max(truth, predicted) < predictions.labels().size();
    }

    @Override
    public boolean holds(Prediction row) {
        return row.label() == truth && row.predicted() == predicted;
    }

    /** What the cell says, such as "34 of 653 sadness samples are predicted as neutral (5.2 %)". */
    @Override
    public String sentence(ConfusionMatrix matrix) {
        LabelSet labels = matrix.labels();
        long n = matrix.rowTotal(truth);
        if (n == 0) {
            return Texts.of("results.matrix.cell.none", labels.word(truth));
        }
        return Texts.of(
                "results.matrix.cell.sentence",
                Numbers.count(matrix.count(truth, predicted)),
                Numbers.count(n),
                labels.word(truth),
                labels.word(predicted),
                Numbers.percent(matrix.rowShare(truth, predicted)));
    }

    @Override
    public String title(LabelSet labels) {
        return labels.title(truth) + " \u2192 " + labels.title(predicted);
    }
}
