package org.maferstudio.ui.results.samples;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/** All samples, such as of a point of a curve. */
public record WholeSelection() implements SampleChoice {
    @Override
    public boolean fits(Predictions predictions) {
        return true;
    }

    @Override
    public boolean holds(Prediction row) {
        return true;
    }

    @Override
    public String title(LabelSet labels) {
        return Texts.of("results.samples.all");
    }

    @Override
    public String sentence(ConfusionMatrix matrix) {
        return "";
    }
}
