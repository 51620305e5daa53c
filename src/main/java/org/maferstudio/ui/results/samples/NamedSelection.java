package org.maferstudio.ui.results.samples;

import java.util.Optional;
import java.util.Set;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/**
 * Samples that are named one by one, such as those that one network predicts correctly and another does not.
 *
 * @param title a few words
 * @param samples their ids
 * @param resolution the only one at which the title is true; empty if it always is
 */
public record NamedSelection(String title, Set<String> samples, Optional<Resolution> resolution)
        implements SampleChoice {
    public NamedSelection {
        samples = Set.copyOf(samples);
    }

    @Override
    public boolean fits(Predictions predictions) {
        return resolution.map(predictions.resolution()::equals).orElse(true);
    }

    @Override
    public boolean holds(Prediction row) {
        return samples.contains(row.sample());
    }

    @Override
    public String title(LabelSet labels) {
        return title;
    }

    @Override
    public String sentence(ConfusionMatrix matrix) {
        return "";
    }
}
