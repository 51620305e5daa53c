package org.maferstudio.results;

import java.util.Locale;
import java.util.Optional;
import org.maferstudio.texts.Texts;

/** Notices that a network predicts one class for nearly everything, as it does when its input is prepared wrongly. */
public final class DominantClass {
    private static final int FEWEST = 20;
    private static final double SHARE = 0.75;

    private DominantClass() {}

    /**
     * A warning, a whole sentence; empty unless one class is predicted for three quarters of the samples or more, and at
     * least twice as often as it is true.
     */
    public static Optional<String> warning(Predictions predictions) {
        int classes = predictions.labels().names().size();
        long[] predicted = new long[classes];
        long[] actual = new long[classes];
        for (Prediction row : predictions.rows()) {
            predicted[row.predicted()]++;
            actual[row.label()]++;
        }
        int n = predictions.rows().size();
        for (int c = 0; c < classes; c++) {
            if (n >= FEWEST && predicted[c] >= SHARE * n && predicted[c] >= 2 * actual[c]) {
                return Optional.of(Texts.of(
                        "results.predictions.warning.dominantClass",
                        predicted[c],
                        n,
                        predictions.labels().names().get(c),
                        String.format(Locale.ROOT, "%.0f", 100.0 * actual[c] / n)));
            }
        }
        return Optional.empty();
    }
}
