package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;

/**
 * A training that was not finished by an earlier window.
 *
 * @param folder of its experiment
 * @param manifest of its experiment
 * @param state displayed in the list
 */
record InterruptedRun(Path folder, ExperimentManifest manifest, RunStatus state) {
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
                        .ifPresent(state -> found.add(new InterruptedRun(experiment.folder(), manifest, state)));
            } catch (Problem e) {
                LOG.log(System.Logger.Level.DEBUG, "left out of the queue: " + experiment, e);
            }
        }
        return found;
    }

    private static Optional<RunStatus> state(Experiment experiment) {
        RunStatus status = experiment.status();
        return Optional.of(status == RunStatus.NEW ? RunStatus.STOPPED : status).filter(RunStatus::canResume);
    }

    /** Its progress, or the reason for its failure. */
    String detail() {
        ExperimentManifest.State stands = manifest.state();
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
