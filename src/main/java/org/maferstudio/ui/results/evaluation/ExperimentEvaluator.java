package org.maferstudio.ui.results.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Progress;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.evaluation.TestTimeEvaluation;

/** Asks an experiment's network and keeps its predictions; a test answers in the network's place. */
@FunctionalInterface
public interface ExperimentEvaluator {
    /** The engine's. */
    ExperimentEvaluator ENGINE = (experiment, request, progress) -> new Evaluation(experiment, progress).run(request);

    /**
     * Evaluates, and saves the finished part when it is cancelled.
     *
     * @throws org.maferstudio.job.Problem if the network or the dataset is missing, or does not fit
     */
    Evaluation.Result run(Experiment experiment, Evaluation.Request request, Progress progress);

    /**
     * Evaluates a network that is used in another way than it was trained, and saves the predictions as an experiment of
     * their own.
     *
     * @param out a new folder
     * @throws org.maferstudio.job.Problem if the network or the dataset is missing, or does not fit
     */
    default Evaluation.Result testTime(
            Experiment experiment,
            TestTimeEvaluation.Method method,
            Evaluation.Request request,
            Path out,
            Progress progress) {
        return new TestTimeEvaluation(experiment, method, progress).run(request, out);
    }

    /**
     * Evaluates every network on the dataset of every other, and saves the predictions.
     *
     * @param names of the experiments, in their order
     * @param resolution native or a number of pixels
     * @throws org.maferstudio.job.Problem if a network or a dataset is missing, or two have no class in common
     */
    default CrossDatasetEvaluation cross(
            List<Experiment> experiments, List<String> names, Resolution resolution, Progress progress) {
        return CrossDatasetEvaluation.of(experiments, names, resolution, progress);
    }
}
