package org.maferstudio.series;

import java.util.Optional;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** The names of the measures of a series. */
public final class SeriesMeasure {
    private static final String AT = RunOutcome.ACCURACY + "@";

    private SeriesMeasure() {}

    /** A measure's name, such as {@code accuracy} or, at a lower resolution, {@code accuracy at 16 px}. */
    public static String title(String measure) {
        int at = measure.indexOf('@');
        return switch (measure) {
            case "accuracy" -> Texts.of("series.measure.accuracy");
            case "mean_class_accuracy" -> Texts.of("series.measure.meanClassAccuracy");
            case "macro_f1" -> Texts.of("series.measure.macroF1");
            default -> at < 0 ? measure : Texts.of("series.measure.accuracyAt", measure.substring(at + 1));
        };
    }

    /** The resolution of an accuracy; empty for another measure. */
    public static Optional<Resolution> resolution(String measure) {
        if (measure.equals(RunOutcome.ACCURACY)) {
            return Optional.of(Resolution.NATIVE);
        }
        return measure.startsWith(AT) ? Resolution.read(measure.substring(AT.length())) : Optional.empty();
    }
}
