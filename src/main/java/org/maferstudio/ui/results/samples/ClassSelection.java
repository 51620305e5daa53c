package org.maferstudio.ui.results.samples;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * All samples of a true class or all predicted as a class: those of a row or a column of the matrix, or of a bar.
 *
 * @param side whether it is the true or the predicted class
 * @param label the class
 */
public record ClassSelection(Side side, int label) implements SampleChoice {
    /** Whether the class is true or predicted. */
    public enum Side {
        TRUTH,
        PREDICTED
    }

    /** All samples of a class. */
    public static ClassSelection of(int label) {
        return new ClassSelection(Side.TRUTH, label);
    }

    /** All samples predicted as a class. */
    public static ClassSelection predicted(int label) {
        return new ClassSelection(Side.PREDICTED, label);
    }

    @Override
    public boolean fits(Predictions predictions) {
        return label < predictions.labels().size();
    }

    @Override
    public boolean holds(Prediction row) {
        return (side == Side.TRUTH ? row.label() : row.predicted()) == label;
    }

    @Override
    public String title(LabelSet labels) {
        return side == Side.TRUTH
                ? labels.title(label)
                : Texts.of("results.samples.predictedClass", labels.title(label));
    }

    @Override
    public String sentence(ConfusionMatrix matrix) {
        String name = matrix.labels().word(label);
        long right = matrix.count(label, label);
        if (side == Side.TRUTH) {
            long n = matrix.rowTotal(label);
            return n == 0
                    ? Texts.of("results.matrix.class.noSamples", name)
                    : Texts.of(
                            "results.matrix.class.samples",
                            Numbers.count(n),
                            name,
                            Numbers.count(right),
                            Numbers.percent(matrix.rowShare(label, label)));
        }
        long n = matrix.columnTotal(label);
        return n == 0
                ? Texts.of("results.matrix.class.noPredictions", name)
                : Texts.of(
                        "results.matrix.class.predictions",
                        Numbers.count(n),
                        name,
                        Numbers.count(right),
                        Numbers.percent(matrix.columnShare(label, label)));
    }
}
