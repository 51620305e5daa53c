package org.maferstudio.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;

/** The results of a series as an object for JSON. */
public final class SeriesDescription {
    private SeriesDescription() {}

    /**
     * Describes results.
     *
     * @param measure for means and the best setting, see {@link RunOutcome#measures}
     */
    public static Map<String, Object> of(SeriesResults results, String measure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", results.series().experiment().folder().toString());
        object.put("varied", results.series().varied());
        object.put("measure", measure);
        object.put("split", results.split());
        Map<String, Object> counts = new LinkedHashMap<>();
        results.counts().forEach((status, count) -> counts.put(id(status), count));
        object.put("counts", counts);
        object.put("runs", results.runs().stream().map(run -> of(results, run)).toList());
        object.put(
                "groups",
                results.settings().stream().map(setting -> of(setting, measure)).toList());
        object.put(
                "best",
                results.best(measure).map(best -> best(results, best, measure)).orElse(null));
        Map<String, Object> effects = new LinkedHashMap<>();
        results.series().varied().forEach(id -> effects.put(id, effect(results, new SweepTarget(id), measure)));
        object.put("effects", effects);
        ChosenEvaluation.Outcome.of(results.series()).ifPresent(outcome -> object.put("test", outcome.description()));
        Halving.of(results.series()).ifPresent(halving -> object.put("halving", of(results, halving)));
        return object;
    }

    /** For each value of one setting the measure of all finished runs with it. */
    private static List<Map<String, Object>> effect(SeriesResults results, SweepTarget target, String measure) {
        List<Map<String, Object>> levels = new ArrayList<>();
        results.effect(target, measure).forEach((value, spread) -> {
            Map<String, Object> level = new LinkedHashMap<>();
            level.put("value", value.isEmpty() ? value : typed(target, value));
            level.putAll(of(spread));
            levels.add(level);
        });
        return levels;
    }

    private static Map<String, Object> of(SeriesResults results, RunOutcome run) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", run.run().number());
        object.put("name", run.run().name());
        object.put("folder", run.folder().toString());
        Map<String, Object> varied =
                typed(SeriesDraft.setting(run.run(), results.series().varied()));
        varied.put("seed", run.seed());
        run.fold().ifPresent(fold -> varied.put("fold", fold));
        object.put("varied", varied);
        object.put("status", id(run.status()));
        object.put("epoch", run.epoch());
        object.put("epochs", run.run().recipe().course().epochs());
        object.put("measures", run.measures());
        object.put("problem", run.problem());
        return object;
    }

    private static Map<String, Object> of(SettingResult setting, String measure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("varied", typed(setting.varied()));
        Optional<Spread> spread = setting.spread(measure);
        object.put("mean", spread.map(Spread::mean).orElse(null));
        object.put("sd", spread.flatMap(SeriesDescription::deviation).orElse(null));
        object.put("n", spread.map(Spread::n).orElse(0));
        object.put(
                "interval",
                spread.flatMap(Spread::interval).map(SeriesDescription::ends).orElse(null));
        object.put("runs", setting.runs().size());
        Map<String, Object> measures = new LinkedHashMap<>();
        setting.measures().forEach(name -> setting.spread(name).ifPresent(each -> measures.put(name, of(each))));
        object.put("measures", measures);
        return object;
    }

    /** A spread under the names that groups have. */
    static Map<String, Object> of(Spread spread) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mean", spread.mean());
        object.put("sd", deviation(spread).orElse(null));
        object.put("n", spread.n());
        object.put("interval", spread.interval().map(SeriesDescription::ends).orElse(null));
        object.put("values", spread.values());
        return object;
    }

    private static Map<String, Object> of(SeriesResults results, Halving halving) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rounds", halving.rounds());
        object.put("done", halving.isDone());
        object.put(
                "stopped_runs",
                halving.stopped(results.series()).stream().sorted().toList());
        object.put("epochs_trained", results.epochsDone());
        object.put("epochs_of_all", results.epochsPlanned());
        return object;
    }

    private static Map<String, Object> best(SeriesResults results, SettingResult best, String measure) {
        Map<String, Object> object = of(best, measure);
        object.remove("measures");
        object.put(
                "not_told_apart_from",
                results.rivals(measure).stream()
                        .map(rival -> typed(rival.varied()))
                        .toList());
        return object;
    }

    /** JSON has no NaN; a single run has no standard deviation. */
    private static Optional<Double> deviation(Spread spread) {
        return spread.n() < 2 ? Optional.empty() : Optional.of(spread.standardDeviation());
    }

    private static List<Double> ends(Interval interval) {
        return new ArrayList<>(List.of(interval.low(), interval.high()));
    }

    /** A setting with numbers as numbers. */
    static Map<String, Object> typed(Map<String, String> setting) {
        Map<String, Object> typed = new LinkedHashMap<>();
        setting.forEach((id, value) -> {
            SweepTarget target = new SweepTarget(id);
            typed.put(id, value.isEmpty() ? value : typed(target, value));
        });
        return typed;
    }

    private static Object typed(SweepTarget target, String value) {
        if (target.isNumber()) {
            return target.isWhole() ? (Object) Long.valueOf(value) : Double.valueOf(value);
        }
        return target.isFlag() ? (Object) Boolean.valueOf(value) : value;
    }

    private static String id(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
