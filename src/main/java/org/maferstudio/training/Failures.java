package org.maferstudio.training;

import java.util.Locale;
import org.maferstudio.experiment.Course;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.job.Counted;
import org.maferstudio.job.Problem;

/** Says in a sentence why a training failed. */
final class Failures {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** What was thrown, as a problem with a way out. */
    static Problem explain(Throwable thrown, Experiment experiment) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        String words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        boolean memory = thrown instanceof OutOfMemoryError
                || words.contains("out of memory")
                || words.contains("can't allocate memory")
                || words.contains("not enough memory");
        if (memory) {
            Course course = experiment.facts().recipe().course();
            return Problem.failure(
                    "The memory does not suffice for batches of " + Counted.of(course.batch(), "image")
                            + ". The last checkpoint is intact; train anew with a smaller batch and more "
                            + "accumulation, such as -bs " + Math.max(2, course.batch() / 2) + " -ba "
                            + 2 * course.accumulation() + ".",
                    thrown);
        }
        return Problem.failure(
                "The training in " + experiment.folder() + " failed on its way (" + thrown
                        + "). The last checkpoint is intact: mafer resume goes on from it, with --verbose it shows where it "
                        + "failed.",
                thrown);
    }

    /** Writes a failure into the experiment, unless that fails too: the disk may be full. */
    static void note(Experiment experiment, Problem problem) {
        try {
            experiment.log("Failed: " + problem.getMessage());
            experiment.update(facts -> facts.with(new Facts.State(
                    Facts.Status.FAILED,
                    facts.state().epoch(),
                    facts.state().step(),
                    facts.state().best(),
                    problem.getMessage())));
        } catch (Problem second) {
            LOG.log(System.Logger.Level.WARNING, "the failure could not be written down", second);
        }
    }
}
