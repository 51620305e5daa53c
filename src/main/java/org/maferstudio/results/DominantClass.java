package org.maferstudio.results;

import java.util.Optional;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Detects that a network predicts one class for almost everything, as it does if its input is prepared incorrectly. */
public final class DominantClass {
    private static final int FEWEST = 20;
    private static final double SHARE = 0.75;

    private DominantClass() {}

    /**
     * A warning if one class is predicted for at least three quarters of the samples and at least twice as often as it
     * is true; otherwise empty.
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
                        Numbers.fixed(100.0 * actual[c] / n, 0)));
            }
        }
        return Optional.empty();
    }
}
