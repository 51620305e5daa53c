package org.maferstudio.ui.results;

import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;
import org.maferstudio.training.Evaluation;

/** Asks an experiment's network and keeps its predictions; a test answers in the network's place. */
@FunctionalInterface
public interface Evaluating {
    /** The engine's. */
    Evaluating ENGINE = (experiment, request, progress) -> new Evaluation(experiment, progress).run(request);

    /**
     * Evaluates, and keeps what is done when it is asked to stop.
     *
     * @throws org.maferstudio.job.Problem if the network or the dataset is missing, or does not fit
     */
    Evaluation.Result run(Experiment experiment, Evaluation.Request request, Progress progress);
}
