package org.maferstudio.ui.training;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.texts.Texts;
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
    public TrainingOutcome train(Series series, int atOnce, Progress progress, Consumer<HistoryFigure> curves) {
        Experiment whole = series.experiment();
        Progress watched = new SeriesCurves(series, progress, curves);
        LocalRunner.Ending ending = new LocalRunner(series, atOnce, watched, whole::log).train(series.runs());
        if (ending == LocalRunner.Ending.FAILED) {
            throw Problem.failure(Texts.of("training.series.error.failed", whole.folder()));
        }
        return TrainingOutcome.of(whole.manifest().state());
    }

    @Override
    public double recognisedPerSecond(Recipe recipe, Progress progress) {
        return InferenceSpeed.of(recipe, progress);
    }
}
