package org.maferstudio.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.job.RunStatus;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.texts.Texts;

/** The limitations of a report, derived from its own data. */
final class ReportLimits {
    private static final int FEW = 30;

    private ReportLimits() {}

    static List<String> of(KeptPredictions predictions, List<ResolutionSweep> sweeps) {
        EvaluatedExperiments evaluated = predictions.evaluated();
        List<String> limits = new ArrayList<>();
        List<ExperimentManifest> manifests =
                evaluated.experiments().stream().map(Experiment::manifest).toList();
        if (manifests.stream().anyMatch(ReportLimits::drawn)) {
            limits.add(Texts.of("report.limits.drawnFaces"));
        }
        if (manifests.stream().anyMatch(ReportLimits::importedPredictions)) {
            limits.add(Texts.of("report.limits.imported"));
        }
        if (manifests.stream().anyMatch(each -> each.imported().isPresent())) {
            limits.add(Texts.of("report.limits.importedNetwork"));
        }
        limits.add(Texts.of("report.limits.oneSeed", evaluated.split()));
        if (evaluated.split().equals("validation")) {
            limits.add(Texts.of("report.limits.validation"));
        }
        int looks = manifests.stream()
                .mapToInt(ExperimentManifest::testEvaluations)
                .max()
                .orElse(0);
        if (looks > 1) {
            limits.add(Texts.of("report.limits.testEvaluations", looks));
        }
        if (!ReportDuplicates.areKnown(evaluated)) {
            limits.add(Texts.of("report.limits.duplicates", evaluated.split()));
        }
        limits.addAll(predictions.skippedRows());
        few(sweeps).ifPresent(limits::add);
        noEffect(sweeps).ifPresent(limits::add);
        limits.add(Texts.of("report.limits.downsampling"));
        limits.add(Texts.of("report.limits.expressions"));
        return limits;
    }

    private static boolean drawn(ExperimentManifest manifest) {
        return manifest.dataset().format().equals("drawn");
    }

    private static boolean importedPredictions(ExperimentManifest manifest) {
        return manifest.state().status() == RunStatus.IMPORTED
                && manifest.imported().isEmpty();
    }

    private static Optional<String> few(List<ResolutionSweep> sweeps) {
        ResolutionSweep sweep = sweeps.get(0);
        if (sweep.labels().isMany()) {
            long few = sweep.points().get(0).scores().classes().stream()
                    .filter(score -> score.n() < FEW)
                    .count();
            return few == 0 ? Optional.empty() : Optional.of(Texts.of("report.limits.smallClasses.many", FEW, few));
        }
        String names = sweep.points().get(0).scores().classes().stream()
                .filter(score -> score.n() < FEW)
                .map((ClassScore score) -> sweep.labels().title(score.label()) + " (" + score.n() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(Texts.of("report.limits.smallClasses", FEW, names));
    }

    private static Optional<String> noEffect(List<ResolutionSweep> sweeps) {
        String resolutions = sweeps.get(0).points().stream()
                .filter(ResolutionSweep.Point::noEffect)
                .map(point -> point.resolution().title())
                .collect(Collectors.joining(", "));
        return resolutions.isEmpty() ? Optional.empty() : Optional.of(Texts.of("report.limits.noEffect", resolutions));
    }
}
