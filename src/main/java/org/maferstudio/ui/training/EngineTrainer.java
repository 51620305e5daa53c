package org.maferstudio.ui.training;

import java.util.function.Supplier;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.LocalRunner;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.training.benchmark.ThroughputBenchmark;

/** Trains with the engine. */
public final class EngineTrainer implements Trainer {
    /** Batch sizes for small and large images: enough to use the CPU fully, and done in a second or two. */
    private static final int SMALL_BATCH = 64;

    private static final int LARGE_BATCH = 4;
    private static final int LARGE_SIDE = 100;
    private static final int STEPS = 2;

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
    public TrainingOutcome train(Series series, int atOnce, Progress progress) {
        Experiment whole = series.experiment();
        LocalRunner.Ending ending = new LocalRunner(series, atOnce, progress, whole::log).train(series.runs());
        if (ending == LocalRunner.Ending.FAILED) {
            throw Problem.failure(Texts.of("training.series.error.failed", whole.folder()));
        }
        return TrainingOutcome.of(whole.manifest().state());
    }

    @Override
    public double recognisedPerSecond(Recipe recipe, Progress progress) {
        ComputeEngine engine = ComputeEngine.load(recipe.machine().threadsHere());
        NetworkSpec spec = NetworkSpec.of(
                recipe.network().name(), recipe.network().colour().channels());
        int side = recipe.network().size();
        int batch = side < LARGE_SIDE ? SMALL_BATCH : LARGE_BATCH;
        return new ThroughputBenchmark(spec, batch, side, STEPS)
                .inferImagesPerSecond(
                        engine.device(DeviceChoice.of(recipe.machine().device())), progress);
    }
}
