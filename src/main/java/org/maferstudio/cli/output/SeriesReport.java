package org.maferstudio.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;

/** Formats the results of a series as lines. */
public final class SeriesReport {
    private SeriesReport() {}

    /** Mean and standard deviation on a split at each resolution, native first, and the result of each training. */
    public static List<String> lines(Series series) {
        SeriesSummary summary = SeriesSummary.of(series);
        List<String> lines = new ArrayList<>();
        summary.reached().forEach((name, reached) -> lines.addAll(lines(name, reached)));
        return lines;
    }

    /** Formats the results on one split at one resolution. */
    static List<String> lines(String name, SeriesSummary.Reached reached) {
        List<String> lines = new ArrayList<>();
        List<String> each = new ArrayList<>();
        lines.add(name + ", mean and standard deviation of " + reached.n().size() + " trainings: accuracy "
                + both(reached.accuracy()) + ", mean class accuracy " + both(reached.meanClassAccuracy())
                + ", macro F1 " + both(reached.macroF1()));
        reached.accuracy().values().forEach(value -> each.add(Numbers.fixed(value, 4)));
        lines.add("  individual accuracies: " + String.join(", ", each));
        return lines;
    }

    /** Formats the results for JSON. */
    static Map<String, Object> values(SeriesSummary.Reached reached) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("trainings", reached.n().size());
        values.put("n", reached.n());
        values.put("accuracy", SeriesSummary.values(reached.accuracy()));
        values.put("mean_class_accuracy", SeriesSummary.values(reached.meanClassAccuracy()));
        values.put("macro_f1", SeriesSummary.values(reached.macroF1()));
        return values;
    }

    private static String both(Spread spread) {
        return spread.n() < 2
                ? Numbers.fixed(spread.mean(), 4)
                : Numbers.fixed(spread.mean(), 4) + " \u00b1 " + Numbers.fixed(spread.standardDeviation(), 4);
    }
}
