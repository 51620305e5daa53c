package org.maferstudio.ui.training;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;

/** Runs trainings; replaced in tests. All methods are called in the background. */
public interface Trainer {
    /** Trains a recipe; {@code make} creates the experiment after the dataset was checked. */
    TrainingOutcome start(Recipe recipe, Supplier<Experiment> make, Progress progress, TrainingListener listener);

    /** Resumes an experiment, or starts a waiting one. */
    TrainingOutcome resume(Experiment experiment, Progress progress, TrainingListener listener);

    /**
     * Trains the runs of a series that are not finished, several at once in processes of their own.
     *
     * @param atOnce number of processes
     * @param curves receives the curves of some of them, every few seconds
     */
    TrainingOutcome train(Series series, int atOnce, Progress progress, Consumer<HistoryFigure> curves);

    /** Images per second of inference with the recipe's network on this computer; NaN if stopped. */
    double recognisedPerSecond(Recipe recipe, Progress progress);
}
