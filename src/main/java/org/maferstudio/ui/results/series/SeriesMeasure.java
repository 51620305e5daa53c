package org.maferstudio.ui.results.series;

import org.maferstudio.texts.Texts;

/** The names of the measures of a series. */
final class SeriesMeasure {
    private SeriesMeasure() {}

    /** A measure's name, such as {@code accuracy} or, at a lower resolution, {@code accuracy at 16 px}. */
    static String title(String measure) {
        int at = measure.indexOf('@');
        return switch (measure) {
            case "accuracy" -> Texts.of("results.series.measure.accuracy");
            case "mean_class_accuracy" -> Texts.of("results.series.measure.meanClassAccuracy");
            case "macro_f1" -> Texts.of("results.series.measure.macroF1");
            default -> at < 0 ? measure : Texts.of("results.series.measure.accuracyAt", measure.substring(at + 1));
        };
    }
}
