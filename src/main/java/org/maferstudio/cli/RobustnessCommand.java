package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.Interval;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.texts.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints results by the strength of a degradation. */
@Command(
        name = "robustness",
        description = {
            "Show how accuracy falls when images are blurred, noisy, low in contrast, compressed, or downscaled with "
                    + "another kernel than in training.",
            "mafer evaluate --degrade computes the predictions. Without --by, lists what was evaluated. Of experiments "
                    + "that differ by their seeds only, it also shows the mean over the seeds with its interval."
        })
final class RobustnessCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE.mafer",
            arity = "1..*",
            description =
                    "Folders or bundles of experiments; with two or more, later ones are compared with the first.")
    private List<Path> folders;

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "Degradation: blur, noise, contrast, jpeg, bilinear, box, bicubic, lanczos or nearest.")
    private String by;

    @Option(
            names = "--split",
            paramLabel = "S",
            description = "Split: test, validation or train (default: the first of these that all experiments have).")
    private String split;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RobustnessCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<DegradationKind> kind = Optional.ofNullable(by).map(DegradationKind::of);
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            EvaluatedExperiments evaluated = EvaluatedExperiments.of(library.open(folders), Optional.ofNullable(split));
            if (kind.isEmpty()) {
                list(evaluated);
                return ExitCode.DONE;
            }
            RobustnessComparison comparison = RobustnessComparison.of(evaluated, kind.get());
            SeedRobustness seeds = SeedRobustness.of(evaluated, comparison);
            if (json) {
                Map<String, Object> object = object(kind.get(), evaluated.split(), comparison);
                object.putAll(SeedRobustnessText.object(seeds));
                console.json(object);
            } else {
                print(kind.get(), evaluated.split(), comparison);
                SeedRobustnessText.lines(seeds).forEach(console::print);
            }
            return ExitCode.DONE;
        }
    }

    private void list(EvaluatedExperiments evaluated) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < evaluated.experiments().size(); i++) {
            Set<Degradation> found =
                    RobustnessComparison.evaluated(evaluated.experiments().get(i), evaluated.split());
            String name = evaluated.names().get(i);
            all.put(name, found.stream().map(Degradation::id).toList());
            if (!json) {
                console.print(name + ", " + evaluated.split() + ": "
                        + (found.isEmpty()
                                ? "nothing yet; run mafer evaluate with --degrade."
                                : found.stream().map(Degradation::id).collect(Collectors.joining(", "))));
            }
        }
        if (json) {
            console.json(Map.of("split", evaluated.split(), "evaluated", all));
        }
    }

    private void print(DegradationKind kind, String on, RobustnessComparison comparison) {
        console.print(kind.title() + ", on " + on + ":");
        for (RobustnessComparison.Network network : comparison.networks()) {
            console.print(network.name());
            for (RobustnessSweep.Point point : network.sweep().points()) {
                ResolutionSweep.Point result = point.result();
                console.print(String.format(
                        Locale.ROOT,
                        "  %9s  accuracy %5s (%s)  mean class accuracy %5s  n %s%s",
                        RobustnessFigure.strength(point.degradation()),
                        Numbers.percent(result.scores().accuracy()),
                        result.intervals().accuracy().percent(),
                        Numbers.percent(result.scores().meanClassAccuracy()),
                        Numbers.count(result.scores().n()),
                        result.noEffect() ? "  (no effect)" : ""));
            }
        }
        String pair = "";
        for (RobustnessComparison.Difference difference : comparison.differences()) {
            Comparison found = difference.pair();
            String heading = found.b() + " minus " + found.a() + ", in points:";
            if (!heading.equals(pair)) {
                console.print(heading);
                pair = heading;
            }
            console.print(String.format(
                    Locale.ROOT,
                    "  %9s  %6s (%s to %s)  p %s",
                    RobustnessFigure.strength(difference.degradation()),
                    Comparison.signed(found.difference()),
                    Comparison.signed(found.interval().low()),
                    Comparison.signed(found.interval().high()),
                    Comparison.pText(found.correctedP())));
        }
        if (!comparison.differences().isEmpty()) {
            console.message("The p-values are corrected for the number of strengths by Holm's method.");
        }
    }

    private static Map<String, Object> object(DegradationKind kind, String on, RobustnessComparison comparison) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("degradation", kind.id());
        object.put("split", on);
        List<Object> networks = new ArrayList<>();
        for (RobustnessComparison.Network network : comparison.networks()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", network.name());
            one.put(
                    "strengths",
                    network.sweep().points().stream()
                            .map(point -> object(network.sweep(), point))
                            .toList());
            networks.add(one);
        }
        object.put("experiments", networks);
        object.put(
                "differences",
                comparison.differences().stream().map(RobustnessCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(RobustnessSweep sweep, RobustnessSweep.Point point) {
        ResolutionSweep.Point result = point.result();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("strength", number(point.degradation()));
        one.put("n", result.scores().n());
        one.put("accuracy", result.scores().accuracy());
        one.put("interval", ends(result.intervals().accuracy()));
        one.put("interval_by_group", result.intervals().byGroup());
        one.put("mean_class_accuracy", result.scores().meanClassAccuracy());
        one.put("macro_f1", result.scores().macroF1());
        one.put("no_effect", result.noEffect());
        if (!sweep.labels().isMany()) {
            Map<String, Object> classes = new LinkedHashMap<>();
            for (int label = 0; label < sweep.labels().size(); label++) {
                ClassScore score = result.scores().classes().get(label);
                classes.put(sweep.labels().name(label), score.n() == 0 ? null : score.recall());
            }
            one.put("classes", classes);
        }
        return one;
    }

    private static Map<String, Object> object(RobustnessComparison.Difference difference) {
        Comparison pair = difference.pair();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", pair.a());
        one.put("b", pair.b());
        one.put("strength", number(difference.degradation()));
        one.put("n", pair.n());
        one.put("difference", pair.difference());
        one.put("interval", ends(pair.interval()));
        one.put("p", pair.p());
        one.put("p_holm", pair.correctedP());
        one.put("by_group", pair.byGroup());
        return one;
    }

    /** Null for unchanged images. */
    private static Double number(Optional<Degradation> degradation) {
        return degradation.map(Degradation::strength).orElse(null);
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
