package org.maferstudio.training;

import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.MemoryShortage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;

/** Converts failures of a training to problems. */
final class TrainingFailures {
    private static final System.Logger LOG = System.getLogger(TrainingFailures.class.getName());

    private TrainingFailures() {}

    /** Converts an exception to a problem. */
    static Problem explain(Throwable thrown, Experiment experiment) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (MemoryShortage.isIn(thrown)) {
            TrainingConfig course = experiment.manifest().recipe().course();
            return Problem.failure(
                    Texts.of(
                            "training.error.outOfMemory",
                            course.batch(),
                            Math.max(2, course.batch() / 2),
                            2 * course.accumulation()),
                    thrown);
        }
        return Problem.failure(Texts.of("training.error.trainingFailed", experiment.folder(), thrown), thrown);
    }

    /** Records a failure in the experiment, unless that fails too, for example on a full disk. */
    static void note(Experiment experiment, Problem problem) {
        try {
            experiment.log("Failed: " + problem.getMessage());
            experiment.update(manifest -> manifest.with(new ExperimentManifest.State(
                    RunStatus.FAILED,
                    manifest.state().epoch(),
                    manifest.state().step(),
                    manifest.state().best(),
                    problem.getMessage())));
        } catch (Problem second) {
            LOG.log(System.Logger.Level.WARNING, "the failure could not be written down", second);
        }
    }
}
