package org.maferstudio.results;

import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** Makes predictions for tests. */
final class Rows {
    private Rows() {}

    /** One row a pair of truth and prediction, sure of it; samples are called s0, s1, ... */
    static Predictions predictions(LabelSet labels, Resolution resolution, List<int[]> pairs) {
        return new Predictions(
                labels,
                "test",
                resolution,
                IntStream.range(0, pairs.size())
                        .mapToObj(i -> row(labels, "s" + i, "", pairs.get(i)[0], pairs.get(i)[1]))
                        .toList());
    }

    static Prediction row(LabelSet labels, String sample, String group, int label, int predicted) {
        float[] probabilities = new float[labels.size()];
        probabilities[predicted] = 1;
        return new Prediction(sample, group, label, predicted, probabilities);
    }
}
