package org.maferstudio.cli.output;

import java.util.Locale;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingTick;

/** Prints the progress of a training on standard error. */
public final class ConsoleTrainingListener implements TrainingListener {
    private final Console console;
    private final int every;

    public ConsoleTrainingListener(Console console) {
        this(console, 0);
    }

    /** Also prints progress after every given number of steps; 0 for never. */
    public ConsoleTrainingListener(Console console, int every) {
        this.console = console;
        this.every = every;
    }

    @Override
    public void onMessage(String line) {
        console.message(line);
    }

    @Override
    public boolean wantsProgress(long step) {
        return every > 0 && step % every == 0;
    }

    @Override
    public void onProgress(TrainingTick pulse) {
        if (wantsProgress(pulse.step())) {
            console.message(String.format(
                    Locale.ROOT,
                    "epoch %d, step %d of %d: training loss %.4f, accuracy %.4f; learning rate %.3g",
                    pulse.epoch(),
                    pulse.step(),
                    pulse.steps(),
                    pulse.loss(),
                    pulse.accuracy(),
                    pulse.learningRate()));
        }
    }

    @Override
    public void onValidation(HistoryRow row) {
        console.message(String.format(
                Locale.ROOT,
                "epoch %d, step %d, %.0f s: training loss %.4f, accuracy %.4f; validation loss %.4f, accuracy %.4f",
                row.epoch(),
                row.step(),
                row.seconds(),
                row.trainLoss(),
                row.trainAccuracy(),
                row.validLoss(),
                row.validAccuracy()));
    }
}
