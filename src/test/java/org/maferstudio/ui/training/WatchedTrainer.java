package org.maferstudio.ui.training;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.training.TrainingTick;

/**
 * Trains with the engine, on a brake: slow enough to be seen until it has said where it stands, then it waits to be
 * stopped or released. So a test sees the same on a fast machine and on a slow one.
 */
final class WatchedTrainer implements Trainer {
    private static final long BETWEEN_BATCHES_NS = TimeUnit.MILLISECONDS.toNanos(60);
    private final Trainer engine = new EngineTrainer();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> onScreen = new CopyOnWriteArrayList<>();
    private volatile boolean released;

    /** What was asked for, in order. */
    List<String> calls() {
        return calls;
    }

    /** What was asked for on the screen's thread. */
    List<String> callsOnScreen() {
        return onScreen;
    }

    /** Lets trainings run to their end. */
    void release() {
        released = true;
    }

    @Override
    public TrainingOutcome start(
            Recipe recipe, Supplier<Experiment> make, Progress progress, TrainingListener listener) {
        note("start");
        Brake brake = new Brake(progress, listener);
        return engine.start(recipe, make, brake, brake);
    }

    @Override
    public TrainingOutcome resume(Experiment experiment, Progress progress, TrainingListener listener) {
        note("resume");
        Brake brake = new Brake(progress, listener);
        return engine.resume(experiment, brake, brake);
    }

    @Override
    public RunStatus train(Series series, Progress progress, Consumer<HistoryFigure> curves) {
        return engine.train(series, progress, curves);
    }

    @Override
    public RunStatus follow(Series series, Progress progress, Consumer<HistoryFigure> curves) {
        return engine.follow(series, progress, curves);
    }

    @Override
    public double recognisedPerSecond(Recipe recipe, Progress progress) {
        note("measure");
        return 500;
    }

    private void note(String call) {
        calls.add(call);
        if (Platform.isFxApplicationThread()) {
            onScreen.add(call);
        }
    }

    private final class Brake implements Progress, TrainingListener {
        private final Progress progress;
        private final TrainingListener listener;
        private volatile boolean seen;

        Brake(Progress progress, TrainingListener listener) {
            this.progress = progress;
            this.listener = listener;
        }

        @Override
        public void report(double fraction, String message) {
            progress.report(fraction, message);
        }

        @Override
        public boolean stopRequested() {
            do {
                if (progress.stopRequested() || released) {
                    break;
                }
                LockSupport.parkNanos(BETWEEN_BATCHES_NS);
            } while (seen);
            return progress.stopRequested();
        }

        @Override
        public void onMessage(String line) {
            listener.onMessage(line);
        }

        @Override
        public void onProgress(TrainingTick pulse) {
            listener.onProgress(pulse);
            seen = pulse.imagesPerSecond() > 0;
        }

        @Override
        public void onValidation(HistoryRow row) {
            listener.onValidation(row);
        }
    }
}
