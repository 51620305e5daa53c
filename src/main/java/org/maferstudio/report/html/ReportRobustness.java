package org.maferstudio.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.comparison.SeedRobustness;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.RobustnessBandsFigure;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.results.Spread;
import org.maferstudio.texts.Numbers;

/**
 * The results of a report on images that are degraded in one way: of the experiments that were evaluated on such images.
 *
 * @param kind of the degradation
 * @param evaluated those experiments
 */
record ReportRobustness(DegradationKind kind, EvaluatedExperiments evaluated) {
    /** What the section is about. */
    static final String NOTE = "Accuracy on images that are degraded more and more. Bands and parentheses contain 95 % "
            + "intervals; if all experiments are seeds of recipes, the bands are those of the mean over the seeds. Differences are those of the later experiment minus the first, in points; their p-values are "
            + "corrected for the number of strengths by Holm's method.";

    /** All kinds with which any experiment was evaluated on the split. */
    static List<ReportRobustness> of(EvaluatedExperiments all) {
        return Arrays.stream(DegradationKind.values())
                .map(kind -> new ReportRobustness(kind, with(kind, all)))
                .filter(each -> !each.evaluated.experiments().isEmpty())
                .toList();
    }

    private static EvaluatedExperiments with(DegradationKind kind, EvaluatedExperiments all) {
        List<Integer> found = IntStream.range(0, all.experiments().size())
                .filter(i -> RobustnessComparison.evaluated(all.experiments().get(i), all.split()).stream()
                        .anyMatch(degradation -> degradation.kind() == kind))
                .boxed()
                .toList();
        return new EvaluatedExperiments(
                found.stream().map(all.experiments()::get).toList(),
                found.stream().map(all.names()::get).toList(),
                all.split());
    }

    /**
     * Everything on this kind.
     *
     * @param number of the figure, each once in a page
     */
    String section(int number) {
        String heading = HtmlPage.heading(kind.title());
        try {
            RobustnessComparison comparison = RobustnessComparison.of(evaluated, kind);
            SeedRobustness seeds = SeedRobustness.of(evaluated, comparison);
            Optional<RobustnessBandsFigure> overSeeds = RobustnessBandsFigure.of(comparison, seeds);
            Figure figure = overSeeds.isPresent() ? overSeeds.get() : RobustnessFigure.of(comparison);
            return heading
                    + HtmlPage.figure(figure, number)
                    + HtmlPage.numbers(numbers(comparison))
                    + differences(comparison)
                    + seeds(seeds);
        } catch (Problem damaged) {
            return heading + HtmlPage.note(damaged.getMessage());
        }
    }

    private static Table numbers(RobustnessComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        for (RobustnessComparison.Network network : comparison.networks()) {
            for (RobustnessSweep.Point point : network.sweep().points()) {
                ResolutionSweep.Point result = point.result();
                rows.add(List.of(
                        network.name(),
                        strength(point.degradation()) + (result.noEffect() ? " (no effect)" : ""),
                        Numbers.count(result.scores().n()),
                        Numbers.percent(result.scores().accuracy()) + " ("
                                + result.intervals().accuracy().percent() + ")",
                        Numbers.percent(result.scores().meanClassAccuracy())));
            }
        }
        return new Table(List.of("Experiment", "Strength", "n", "Accuracy in %", "Mean class acc. in %"), rows);
    }

    private static String differences(RobustnessComparison comparison) {
        List<List<String>> rows = comparison.differences().stream()
                .map(each -> List.of(
                        each.pair().b() + " minus " + each.pair().a(),
                        strength(each.degradation()),
                        Numbers.count(each.pair().n()),
                        Comparison.signed(each.pair().difference()) + " ("
                                + Comparison.signed(each.pair().interval()) + ")",
                        Comparison.pText(each.pair().correctedP())))
                .toList();
        return rows.isEmpty()
                ? ""
                : HtmlPage.numbers(new Table(List.of("Comparison", "Strength", "n", "Difference", "p"), rows));
    }

    private static String seeds(SeedRobustness seeds) {
        List<List<String>> rows = new ArrayList<>();
        for (SeedRobustness.Setting setting : seeds.settings()) {
            setting.accuracy()
                    .forEach((degradation, accuracy) -> rows.add(List.of(
                            setting.name(),
                            strength(degradation),
                            Numbers.count(accuracy.n()),
                            Numbers.percent(accuracy.mean()) + interval(accuracy))));
        }
        return rows.isEmpty()
                ? ""
                : HtmlPage.numbers(new Table(List.of("Recipe", "Strength", "Seeds", "Mean accuracy in %"), rows))
                        + HtmlPage.note("Mean over seeds of the same recipe, with its 95 % interval by Student's t.");
    }

    private static String interval(Spread accuracy) {
        return accuracy.interval().map(each -> " (" + each.percent() + ")").orElse("");
    }

    private static String strength(Optional<Degradation> degradation) {
        return RobustnessFigure.strength(degradation);
    }
}
