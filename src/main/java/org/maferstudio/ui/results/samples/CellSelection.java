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
 * @param trueClass the row
 * @param predicted the column
 */
public record CellSelection(int trueClass, int predicted) implements SampleChoice {
    @Override
    public boolean fits(Predictions predictions) {
        return Math.max(trueClass, predicted) < predictions.labels().size();
    }

    @Override
    public boolean holds(Prediction row) {
        return row.label() == trueClass && row.predicted() == predicted;
    }

    /** What the cell says, such as "34 of 653 sadness samples are predicted as neutral (5.2 %)". */
    @Override
    public String sentence(ConfusionMatrix matrix) {
        LabelSet labels = matrix.labels();
        long n = matrix.rowTotal(trueClass);
        if (n == 0) {
            return Texts.of("results.matrix.cell.none", labels.word(trueClass));
        }
        return Texts.of(
                "results.matrix.cell.sentence",
                Numbers.count(matrix.count(trueClass, predicted)),
                Numbers.count(n),
                labels.word(trueClass),
                labels.word(predicted),
                Numbers.percent(matrix.rowShare(trueClass, predicted)));
    }

    @Override
    public String title(LabelSet labels) {
        return labels.title(trueClass) + " \u2192 " + labels.title(predicted);
    }
}
