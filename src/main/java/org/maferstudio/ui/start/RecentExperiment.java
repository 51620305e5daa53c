package org.maferstudio.ui.start;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.workbench.DatasetTitles;

/**
 * A line of the first pane about an experiment.
 *
 * @param folder where it lies
 * @param name its name
 * @param detail the dataset, such as {@code FER2013}; the network if unknown
 * @param when day and time of its start, such as {@code 2026-03-01 14:05}; empty if unknown
 * @param status what became of it
 * @param outcome the best value so far such as {@code accuracy 61.2 %}, or what became of it
 */
public record RecentExperiment(Path folder, String name, String detail, String when, RunStatus status, String outcome) {
    /** About an experiment on disk; reads its file. */
    static RecentExperiment of(Experiment experiment, DatasetTitles datasets) {
        ExperimentManifest manifest = experiment.manifest();
        String dataset = datasets.of(manifest);
        String network = manifest.imported().isPresent()
                ? Texts.of("start.recent.experiments.importedNetwork")
                : manifest.state().status() == RunStatus.IMPORTED
                        ? Texts.of("start.recent.experiments.imported")
                        : manifest.recipe().network().name();
        return new RecentExperiment(
                experiment.folder(),
                manifest.recipe().name(),
                dataset.isEmpty() ? network : dataset,
                when(experiment),
                experiment.status(),
                outcome(manifest.state(), experiment.status()));
    }

    private static String outcome(ExperimentManifest.State state, RunStatus status) {
        ExperimentManifest.Best best = state.best();
        if (status != RunStatus.FINISHED || best == null) {
            return status.title();
        }
        return best.measure() == TrainingConfig.Measure.LOSS
                ? Texts.of("start.recent.experiments.loss", best.value())
                : Texts.of("start.recent.experiments.accuracy", best.measure(), 100 * best.value());
    }

    /** The day and time of its start; empty if unknown. */
    static String when(Experiment experiment) {
        return experiment
                .startedAt()
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '))
                .orElse("");
    }
}
