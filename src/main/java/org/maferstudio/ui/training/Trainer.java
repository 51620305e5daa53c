package org.maferstudio.ui.training;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
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
     * Trains the runs of a series that are not finished, where and as its {@link org.maferstudio.series.SeriesExecution}
     * says: in processes of their own on this computer, or as jobs of a cluster.
     *
     * @param curves receives the curves of some of them, every few seconds
     * @return finished or stopped
     * @throws org.maferstudio.job.Problem with the first reason if some of them failed
     */
    RunStatus train(Series series, Progress progress, Consumer<HistoryFigure> curves);

    /**
     * Follows a series whose jobs a cluster already has, as {@link #train} does after it has submitted them.
     *
     * @param curves receives the curves of some of them, every few seconds
     * @return finished or stopped
     * @throws org.maferstudio.job.Problem with the first reason if some of them failed
     */
    RunStatus follow(Series series, Progress progress, Consumer<HistoryFigure> curves);

    /** Images per second of inference with the recipe's network on this computer; NaN if stopped. */
    double recognisedPerSecond(Recipe recipe, Progress progress);
}
