package org.maferstudio.ui.training;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SeriesRunner;
import org.maferstudio.series.remote.PlacedSeries;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.training.benchmark.InferenceSpeed;

/** Trains with the engine. */
public final class EngineTrainer implements Trainer {
    @Override
    public TrainingOutcome start(
            Recipe recipe, Supplier<Experiment> make, Progress progress, TrainingListener listener) {
        return new Training(progress, listener).start(recipe, make);
    }

    @Override
    public TrainingOutcome resume(Experiment experiment, Progress progress, TrainingListener listener) {
        return new Training(progress, listener).resume(experiment);
    }

    @Override
    public RunStatus train(Series series, Progress progress, Consumer<HistoryFigure> curves) {
        if (PlacedSeries.isOnCluster(series)) {
            Optional<Integer> submitted = PlacedSeries.of(series).submit(series.runs(), progress);
            return submitted.isPresent() ? follow(series, progress, curves) : RunStatus.STOPPED;
        }
        Experiment whole = series.experiment();
        SeriesRunner runner = new SeriesRunner(series, new SeriesCurves(series, progress, curves), whole::log);
        return ended(series, runner.train(SeriesExecution.of(series), series.runs()));
    }

    @Override
    public RunStatus follow(Series series, Progress progress, Consumer<HistoryFigure> curves) {
        Progress watched = new SeriesCurves(series, progress, curves);
        return ended(series, PlacedSeries.of(series).follow(watched));
    }

    private static RunStatus ended(Series series, LocalRunner.Ending ending) {
        return switch (ending) {
            case DONE -> RunStatus.FINISHED;
            case STOPPED -> RunStatus.STOPPED;
            case FAILED -> throw Problem.failure(SeriesSentence.of(SeriesResults.states(series)));
        };
    }

    @Override
    public double recognisedPerSecond(Recipe recipe, Progress progress) {
        return InferenceSpeed.of(recipe, progress);
    }
}
