package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PublishedResult;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Compares one measure of an experiment with the paper, at native resolution.
 *
 * @param name of the experiment
 * @param dataset its name
 * @param measure what is compared
 * @param n number of images
 * @param value of the experiment, 0 to 1; for a series the mean
 * @param deviation the standard deviation over a series' trainings; empty for a single training
 * @param interval the 95 % interval of the experiment
 * @param protocol of the experiment
 * @param cautions why the two may not be comparable; may be empty
 * @param published the paper's results, one per model
 * @param model the paper's model that the experiment repeats; empty if unknown
 * @param classes the accuracy of each class and the paper's; empty if the paper has none, and for other measures
 */
public record PaperComparison(
        String name,
        String dataset,
        PublishedResult.Measure measure,
        long n,
        double value,
        OptionalDouble deviation,
        Interval interval,
        EvaluationProtocol protocol,
        List<PaperCaution> cautions,
        List<PublishedResult> published,
        Optional<String> model,
        List<PaperClass> classes) {
    /**
     * Compares an experiment with the paper, measure by measure.
     *
     * @throws Problem if the paper has no results on its dataset, or it has no predictions
     */
    public static List<PaperComparison> of(Experiment experiment) {
        ExperimentManifest manifest = experiment.manifest();
        String dataset = manifest.dataset().name();
        List<PublishedResult> published = PublishedResult.on(dataset);
        if (published.isEmpty()) {
            throw Problem.input(
                    dataset.isEmpty()
                            ? Texts.of("report.paper.error.datasetUnnamed", experiment.id())
                            : Texts.of("report.paper.error.dataset", dataset, experiment.id()));
        }
        NativeResolutionResult ours = NativeResolutionResult.of(experiment);
        List<PaperComparison> comparisons = new ArrayList<>();
        for (PublishedResult.Measure measure : PublishedResult.Measure.values()) {
            List<PublishedResult> same =
                    published.stream().filter(p -> p.measure() == measure).toList();
            if (!same.isEmpty()) {
                comparisons.add(ours.beside(manifest, measure, same));
            }
        }
        return comparisons;
    }

    /** The experiment's value minus a published one, -1 to 1. */
    public double difference(PublishedResult result) {
        return value - result.value();
    }

    /**
     * The 95 % interval of that difference; the published value is taken as exact because the paper gives no interval.
     */
    public Interval differenceInterval(PublishedResult result) {
        return new Interval(interval.low() - result.value(), interval.high() - result.value());
    }

    /** Whether the experiment's initial weights are the model of a published result, according to its recipe. */
    public boolean repeats(PublishedResult result) {
        return model.filter(result.model()::equals).isPresent();
    }

    /** The comparison as lines of text: the result, each published one, both protocols, cautions. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(resultLine());
        for (PublishedResult result : published) {
            Interval between = differenceInterval(result);
            String plusMinus = result.deviation().isPresent()
                    ? " \u00b1 " + percent(result.deviation().getAsDouble())
                    : "";
            Object[] values = {
                String.format(Locale.ROOT, "%-14s", result.model()),
                percent(result.value()) + plusMinus,
                100 * difference(result),
                100 * between.low(),
                100 * between.high()
            };
            lines.add(
                    repeats(result)
                            ? Texts.of("report.paper.difference.sameModel", values)
                            : Texts.of("report.paper.difference", values));
        }
        lines.addAll(classLines());
        lines.add(Texts.of("report.paper.protocol.ours", protocol.text()));
        lines.add(Texts.of("report.paper.protocol.paper", PublishedResult.protocol(dataset)));
        cautionTexts().forEach(caution -> lines.add(Texts.of("report.paper.caution", caution)));
        return lines;
    }

    private String resultLine() {
        String low = percent(interval.low());
        String high = percent(interval.high());
        String samples = Numbers.count(n);
        if (deviation.isEmpty()) {
            return Texts.of("report.paper.result", name, dataset, measure.title(), percent(value), low, high, samples);
        }
        String spread = percent(deviation.getAsDouble());
        return Texts.of(
                "report.paper.result.mean", name, dataset, measure.title(), percent(value), spread, low, high, samples);
    }

    /** Why the two may not be comparable, for display. */
    public List<String> cautionTexts() {
        return cautions.stream().map(caution -> caution.text(protocol.split())).toList();
    }

    private List<String> classLines() {
        List<String> lines = new ArrayList<>();
        if (!classes.isEmpty()) {
            String models = published.stream().map(PublishedResult::model).collect(Collectors.joining(", "));
            lines.add(
                    protocol.byGroup()
                            ? Texts.of("report.paper.classes.byGroup", models)
                            : Texts.of("report.paper.classes.byImage", models));
        }
        for (PaperClass each : classes) {
            String theirs = each.published().stream()
                    .map(share -> String.format(Locale.ROOT, "%5.1f", 100 * share))
                    .collect(Collectors.joining("  "));
            lines.add(Texts.of(
                    "report.paper.classRow",
                    String.format(Locale.ROOT, "%-10s", each.name()),
                    String.format(Locale.ROOT, "%5.1f", 100 * each.value()),
                    100 * each.interval().low(),
                    100 * each.interval().high(),
                    Numbers.count(each.n()),
                    theirs));
        }
        return lines;
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 2);
    }
}
