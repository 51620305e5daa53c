package org.maferstudio.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.maferstudio.recipe.Json;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.Scores;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;

/**
 * The results of the finished trainings of a series, for predictions such as {@code test@native} that all of them have.
 *
 * @param runs the names of the trainings
 * @param reached the results by the name of the predictions
 */
public record SeriesSummary(List<String> runs, Map<String, Reached> reached) {
    /**
     * The results on one split at one resolution.
     *
     * @param accuracy of each training, 0 to 1
     * @param meanClassAccuracy of each training, 0 to 1
     * @param macroF1 of each training, 0 to 1
     * @param n number of images of each training
     * @param together all predictions combined, if no image occurs in two of them, as with held-out folds
     */
    public record Reached(
            Spread accuracy, Spread meanClassAccuracy, Spread macroF1, List<Long> n, Optional<Predictions> together) {}

    /** Reads the predictions of the trainings that have finished; those of a sweep have nothing in common. */
    public static SeriesSummary of(Series series) {
        List<Experiment> finished = series.isSweep() ? List.of() : series.finished();
        Map<String, Reached> reached = new LinkedHashMap<>();
        Comparator<String> nativeFirst =
                Comparator.<String, String>comparing(PredictionsFile::split).thenComparing(PredictionsFile::resolution);
        for (String name : common(finished).stream().sorted(nativeFirst).toList()) {
            List<Predictions> all = finished.stream()
                    .map(member -> member.predictions(PredictionsFile.split(name), PredictionsFile.resolution(name)))
                    .toList();
            reached.put(name.replaceFirst("\\.csv$", ""), reached(all));
        }
        return new SeriesSummary(finished.stream().map(Experiment::id).toList(), reached);
    }

    /** The results on a split at a resolution; empty if not all trainings were evaluated. */
    public Optional<Reached> on(String split, Resolution resolution) {
        return Optional.ofNullable(reached.get(split + "@" + resolution));
    }

    private static Set<String> common(List<Experiment> members) {
        Set<String> common = new TreeSet<>();
        for (int i = 0; i < members.size(); i++) {
            List<String> names = members.get(i).predictionFiles().stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
            if (i == 0) {
                common.addAll(names);
            } else {
                common.retainAll(names);
            }
        }
        return common;
    }

    /**
     * Summarises several trainings.
     *
     * @param all the predictions of each, at least one
     */
    public static Reached reached(List<Predictions> all) {
        List<Scores> scores = all.stream().map(Scores::of).toList();
        return new Reached(
                spread(scores, Scores::accuracy),
                spread(scores, Scores::meanClassAccuracy),
                spread(scores, Scores::macroF1),
                scores.stream().map(Scores::n).toList(),
                together(all));
    }

    private static Spread spread(List<Scores> scores, ToDoubleFunction<Scores> value) {
        return new Spread(scores.stream().map(value::applyAsDouble).toList());
    }

    private static Optional<Predictions> together(List<Predictions> all) {
        Predictions first = all.get(0);
        Set<String> samples = new HashSet<>();
        List<Prediction> rows = new ArrayList<>();
        for (Predictions one : all) {
            if (!one.labels().equals(first.labels())) {
                return Optional.empty();
            }
            for (Prediction row : one.rows()) {
                if (!samples.add(row.sample())) {
                    return Optional.empty();
                }
                rows.add(row);
            }
        }
        return Optional.of(new Predictions(first.labels(), first.split(), first.resolution(), rows));
    }

    /** Writes {@code summary.json} and the combined predictions to the series' folder. */
    public void write(Series series) {
        Experiment whole = series.experiment();
        SafeFile.write(whole.folder().resolve("summary.json"), Json.gson().toJson(json(series.plan())) + "\n");
        if (runs.size() == series.runs().size() && runs.size() > 1) {
            reached.values().forEach(each -> each.together().ifPresent(whole::write));
        }
    }

    private JsonObject json(SeriesPlan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("series", plan.stored());
        json.addProperty("folds", plan.folds());
        json.addProperty("folds_by", plan.by().id());
        json.add("seeds", Json.gson().toJsonTree(plan.seeds()));
        json.add("runs", Json.gson().toJsonTree(runs));
        JsonObject all = new JsonObject();
        reached.forEach((name, each) -> all.add(name, json(each)));
        json.add("reached", all);
        return json;
    }

    private static JsonObject json(Reached reached) {
        JsonObject json = new JsonObject();
        JsonArray counts = new JsonArray();
        reached.n().forEach(counts::add);
        json.add("n", counts);
        json.add("accuracy", Json.gson().toJsonTree(values(reached.accuracy())));
        json.add("mean_class_accuracy", Json.gson().toJsonTree(values(reached.meanClassAccuracy())));
        json.add("macro_f1", Json.gson().toJsonTree(values(reached.macroF1())));
        return json;
    }

    /** The values of a spread under the names used in files and on the command line. */
    public static Map<String, Object> values(Spread spread) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mean", spread.mean());
        // JSON has no NaN; a single run has no standard deviation.
        values.put("standard_deviation", spread.n() < 2 ? null : spread.standardDeviation());
        values.put("values", spread.values());
        return values;
    }
}
