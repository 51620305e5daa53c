package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.PredictionsOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.PaperReport;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.results.McNemar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares experiments on the same samples, each with every later one. */
@Command(
        name = "compare",
        description = {
            "Compare experiments on the same samples.",
            "Prints the difference in accuracy with a 95 %% interval and a significance test: a "
                    + "sign-flip test by group if subjects or sequences are known, otherwise McNemar's "
                    + "exact test."
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..*",
            description = "Folders or bundles of two or more experiments; with --paper, one or more.")
    private List<Path> folders;

    @Mixin
    private PredictionsOptions predictions;

    @Option(
            names = "--paper",
            description = "Compare each experiment with the numbers that the paper reports on its dataset: "
                    + "difference, interval, and both evaluation protocols.")
    private boolean paper;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            List<Experiment> experiments = library.open(folders);
            if (paper) {
                compareWithPaper(experiments);
            } else {
                compare(experiments);
            }
        }
        return ExitCode.DONE;
    }

    private void compare(List<Experiment> experiments) {
        EvaluatedExperiments evaluated = EvaluatedExperiments.of(experiments, predictions.split());
        evaluated.skippedRows().forEach(console::message);
        List<Comparison> pairs = Comparison.all(evaluated, predictions.resolution());
        if (json) {
            Map<String, Object> object = object(pairs.get(0));
            object.put("split", evaluated.split());
            object.put("resolution", predictions.resolution().id());
            if (pairs.size() > 1) {
                object.put("pairs", pairs.stream().map(CompareCommand::object).toList());
            }
            console.json(object);
        } else {
            console.print("On " + evaluated.split() + " at "
                    + predictions.resolution().title() + ":");
            pairs.forEach(pair -> console.print(pair.sentence()));
        }
        warn(pairs);
    }

    private void compareWithPaper(List<Experiment> experiments) {
        if (!predictions.resolution().isNative() || predictions.split().isPresent()) {
            throw Problem.input("The paper reports results on test at native resolution. Remove --resolution and "
                    + "--split, or --paper.");
        }
        if (json) {
            console.json(PaperReport.object(experiments));
        } else {
            PaperReport.lines(experiments).forEach(console::print);
            console.message("Intervals cover the uncertainty of your results only. The paper gives no intervals, "
                    + "so its numbers are taken as exact.");
        }
    }

    private void warn(List<Comparison> pairs) {
        for (Comparison pair : pairs) {
            if (pair.leftOut() > 0) {
                console.message("Left out: " + CountText.of(pair.leftOut(), "sample") + " predicted by only one of "
                        + pair.a() + " and " + pair.b() + " saw.");
            }
        }
        if (pairs.size() > 1) {
            console.message("With " + pairs.size() + " comparisons, use the p-values corrected by Holm's method.");
        }
    }

    private static Map<String, Object> object(Comparison pair) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("a", pair.a());
        object.put("b", pair.b());
        object.put("n", pair.n());
        object.put("accuracy_a", pair.accuracyA());
        object.put("accuracy_b", pair.accuracyB());
        object.put("difference", pair.difference());
        object.put(
                "interval",
                new ArrayList<>(List.of(pair.interval().low(), pair.interval().high())));
        object.put("interval_by_group", pair.byGroup());
        object.put("only_a_correct", pair.onlyA());
        object.put("only_b_correct", pair.onlyB());
        object.put("test", pair.byGroup() ? "sign-flip by group" : "mcnemar");
        object.put("p", pair.p());
        object.put("p_holm", pair.correctedP());
        // Always a number, because scripts rely on it; if groups are known, "test" names the test whose p-value is to
        // be used.
        object.put("mcnemar_p", McNemar.exact(pair.onlyA(), pair.onlyB()));
        object.put("mcnemar_p_holm", pair.byGroup() ? null : pair.correctedP());
        object.put("left_out", pair.leftOut());
        return object;
    }
}
