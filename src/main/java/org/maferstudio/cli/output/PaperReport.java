package org.maferstudio.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.report.comparison.EvaluationProtocol;
import org.maferstudio.report.comparison.PaperCaution;
import org.maferstudio.report.comparison.PaperClass;
import org.maferstudio.report.comparison.PaperComparison;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PublishedResult;

/** Compares experiments with the paper's results, as lines or as JSON. */
public final class PaperReport {
    private PaperReport() {}

    public static List<String> lines(List<Experiment> experiments) {
        return experiments.stream()
                .flatMap(experiment -> PaperComparison.of(experiment).stream())
                .flatMap(comparison -> comparison.lines().stream())
                .toList();
    }

    public static Map<String, Object> object(List<Experiment> experiments) {
        List<Object> all = new ArrayList<>();
        experiments.forEach(experiment ->
                PaperComparison.of(experiment).forEach(comparison -> all.add(object(experiment, comparison))));
        return Map.of("paper", all);
    }

    private static Map<String, Object> object(Experiment experiment, PaperComparison comparison) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("experiment", experiment.id());
        object.put("dataset", comparison.dataset());
        object.put("measure", comparison.measure().id());
        object.put("n", comparison.n());
        object.put("value", comparison.value());
        comparison.deviation().ifPresent(deviation -> object.put("standard_deviation", deviation));
        object.put("interval", pair(comparison.interval()));
        EvaluationProtocol protocol = comparison.protocol();
        object.put("interval_by_group", protocol.byGroup());
        object.put("origin", protocol.origin().id());
        object.put("split", protocol.split());
        protocol.foldsBy().ifPresent(by -> object.put("folds_by", by));
        object.put("protocol", protocol.text());
        object.put("paper_protocol_id", PublishedResult.protocolId(comparison.dataset()));
        object.put("paper_protocol", PublishedResult.protocol(comparison.dataset()));
        object.put(
                "caution_ids",
                comparison.cautions().stream().map(PaperCaution::id).toList());
        object.put("cautions", comparison.cautionTexts());
        List<Object> published = new ArrayList<>();
        for (PublishedResult result : comparison.published()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("model", result.model());
            one.put("repeated", comparison.repeats(result));
            one.put("value", result.value());
            result.deviation().ifPresent(deviation -> one.put("deviation", deviation));
            one.put("difference", comparison.difference(result));
            one.put("interval", pair(comparison.differenceInterval(result)));
            published.add(one);
        }
        object.put("published", published);
        List<Object> classes = new ArrayList<>();
        for (PaperClass each : comparison.classes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("class", each.name());
            one.put("n", each.n());
            one.put("value", each.value());
            one.put("interval", pair(each.interval()));
            one.put("published", each.published());
            classes.add(one);
        }
        object.put("classes", classes);
        return object;
    }

    private static List<Double> pair(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
