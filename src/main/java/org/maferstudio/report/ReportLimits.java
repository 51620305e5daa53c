package org.maferstudio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;

/** What the numbers of a report do not show, as far as its own data tell. */
final class ReportLimits {
    private static final int FEW = 30;

    private ReportLimits() {}

    static List<String> of(EvaluatedExperiments evaluated, List<ResolutionSweep> sweeps) {
        List<String> limits = new ArrayList<>();
        List<ExperimentManifest> facts =
                evaluated.experiments().stream().map(Experiment::facts).toList();
        if (facts.stream().anyMatch(ReportLimits::drawn)) {
            limits.add(Texts.of("report.drawn-faces-are-a-toy-they-show"));
        }
        if (facts.stream().anyMatch(each -> each.state().status() == ExperimentManifest.Status.IMPORTED)) {
            limits.add(Texts.of("report.imported-predictions-are-taken"));
        }
        limits.add(Texts.of("report.one-run-of-each-recipe-one-seed", evaluated.split()));
        if (evaluated.split().equals("validation")) {
            limits.add(Texts.of("report.the-kept-network-was-chosen-on"));
        }
        int looks = facts.stream()
                .mapToInt(ExperimentManifest::testEvaluations)
                .max()
                .orElse(0);
        if (looks > 1) {
            limits.add(Texts.of("report.the-test-split-was-looked-at", looks));
        }
        if (!ReportDuplicates.areKnown(evaluated)) {
            limits.add(Texts.of("report.duplicates-across-splits-are-not", evaluated.split()));
        }
        limits.addAll(evaluated.losses());
        few(sweeps).ifPresent(limits::add);
        nothing(sweeps).ifPresent(limits::add);
        limits.add(Texts.of("report.sampling-a-picture-down-and-up"));
        limits.add(Texts.of("report.a-face-shows-an-expression-what"));
        return limits;
    }

    private static boolean drawn(ExperimentManifest facts) {
        return facts.dataset().format().equals("drawn");
    }

    private static Optional<String> few(List<ResolutionSweep> sweeps) {
        ResolutionSweep sweep = sweeps.get(0);
        if (sweep.labels().isMany()) {
            long few = sweep.points().get(0).scores().classes().stream()
                    .filter(score -> score.n() < FEW)
                    .count();
            return few == 0
                    ? Optional.empty()
                    : Optional.of(
                            Texts.of("report.fewer-than-samples-of-the-mean", FEW, Texts.of("report.classes", few)));
        }
        String names = sweep.points().get(0).scores().classes().stream()
                .filter(score -> score.n() < FEW)
                .map((ClassScore score) -> sweep.labels().title(score.label()) + " (" + score.n() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("report.fewer-than-samples-of-the", FEW, names));
    }

    private static Optional<String> nothing(List<ResolutionSweep> sweeps) {
        String resolutions = sweeps.get(0).points().stream()
                .filter(ResolutionSweep.Point::nothing)
                .map(point -> Numbers.resolution(point.resolution()))
                .collect(Collectors.joining(", "));
        return resolutions.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("report.lowering-to-does-nothing-here", resolutions));
    }
}
