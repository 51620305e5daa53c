package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.remote.PlacedSeries;
import org.maferstudio.texts.Texts;

/**
 * A training that was not finished by an earlier window.
 *
 * @param folder of its experiment
 * @param manifest of its experiment
 * @param state displayed in the list
 * @param series where a series is trained, and what it has reached; empty for a single training
 */
record InterruptedRun(Path folder, ExperimentManifest manifest, RunStatus state, Optional<SeriesState> series) {
    private static final System.Logger LOG = System.getLogger(InterruptedRun.class.getName());
    private static final int MOST = 20;

    /** Reads the latest ones of a workspace. */
    static List<InterruptedRun> in(Workspace workspace) {
        List<InterruptedRun> found = new ArrayList<>();
        for (Experiment experiment : workspace.experiments()) {
            if (found.size() == MOST) {
                break;
            }
            try {
                ExperimentManifest manifest = experiment.manifest();
                state(experiment)
                        .ifPresent(state -> found.add(
                                new InterruptedRun(experiment.folder(), manifest, state, SeriesState.of(experiment))));
            } catch (Problem e) {
                LOG.log(System.Logger.Level.DEBUG, "left out of the queue: " + experiment, e);
            }
        }
        return found;
    }

    /**
     * A series.
     *
     * @param where its runs are trained
     * @param sentence what they have reached
     */
    record SeriesState(SeriesExecution.Where where, String sentence) {
        static Optional<SeriesState> of(Experiment experiment) {
            return Series.of(experiment)
                    .map(series -> new SeriesState(
                            SeriesExecution.of(series).where(), SeriesSentence.of(SeriesResults.states(series))));
        }
    }

    private static Optional<RunStatus> state(Experiment experiment) {
        RunStatus status = experiment.status();
        boolean open = status != RunStatus.FINISHED && status != RunStatus.IMPORTED;
        boolean onCluster = open
                && Series.of(experiment)
                        .filter(PlacedSeries::isOnCluster)
                        .filter(series -> PlacedSeries.of(series).isBusy())
                        .isPresent();
        if (onCluster) {
            return Optional.of(RunStatus.RUNNING);
        }
        return Optional.of(status == RunStatus.NEW ? RunStatus.STOPPED : status).filter(RunStatus::canResume);
    }

    /** Its progress, or the reason for its failure. */
    String detail() {
        ExperimentManifest.State stands = manifest.state();
        if (series.isPresent()) {
            return series.get().sentence();
        }
        return stands.problem().isEmpty()
                ? describe(stands, manifest.recipe().course().epochs())
                : stands.problem();
    }

    /** The progress of a training, such as {@code epoch 3 of 12, best accuracy 51.2 %}. */
    static String describe(ExperimentManifest.State state, int epochs) {
        ExperimentManifest.Best best = state.best();
        if (best == null) {
            return state.epoch() == 0
                    ? Texts.of("training.queue.progress.none")
                    : Texts.of("training.queue.progress.epoch", state.epoch(), epochs);
        }
        if (best.measure() == TrainingConfig.Measure.LOSS) {
            return Texts.of("training.queue.progress.bestLoss", state.epoch(), epochs, best.value());
        }
        String measure = best.measure().id().replace('-', '_');
        return Texts.of("training.queue.progress.best", state.epoch(), epochs, measure, 100 * best.value());
    }
}
