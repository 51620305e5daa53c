package org.maferstudio.cli;

import java.util.Locale;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.training.TrainingListener;

/** Says the course of a training, line by line, on standard error. */
final class ConsoleListener implements TrainingListener {
    private final Console console;

    ConsoleListener(Console console) {
        this.console = console;
    }

    @Override
    public void said(String line) {
        console.say(line);
    }

    @Override
    public void validated(HistoryRow row) {
        console.say(String.format(
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
