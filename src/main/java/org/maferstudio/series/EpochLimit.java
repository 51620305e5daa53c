package org.maferstudio.series;

import java.time.Duration;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.job.Progress;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingTick;

/**
 * Stops a training after the last validation of an epoch, as the first part of the same training: it can be resumed, with
 * the same result.
 */
final class EpochLimit implements Progress, TrainingListener {
    private final Experiment experiment;
    private final int epochs;
    private final Progress progress;
    private final TrainingListener listener;
    private volatile boolean reached;

    /**
     * Creates a limit.
     *
     * @param epochs to train, at least 1; 0 for all of the recipe
     */
    EpochLimit(Experiment experiment, int epochs, Progress progress, TrainingListener listener) {
        this.experiment = experiment;
        this.epochs = epochs;
        this.progress = progress;
        this.listener = listener;
        this.reached = isReached(experiment, epochs);
    }

    /** Whether an experiment has done so many epochs with all their validations; never for 0. */
    static boolean isReached(Experiment experiment, int epochs) {
        int validations = experiment.manifest().recipe().course().validationsPerEpoch();
        long last = experiment.history().rows().stream()
                .filter(row -> row.epoch() == epochs)
                .count();
        boolean beyond = experiment.history().rows().stream().anyMatch(row -> row.epoch() > epochs);
        return epochs > 0 && (beyond || last >= validations);
    }

    /** Whether the limit is reached. */
    boolean isReached() {
        return reached;
    }

    @Override
    public boolean stopRequested() {
        return reached || progress.stopRequested();
    }

    @Override
    public void report(double fraction, String message) {
        progress.report(fraction, message);
    }

    @Override
    public void report(double fraction, String message, Duration left) {
        progress.report(fraction, message, left);
    }

    @Override
    public void onMessage(String line) {
        listener.onMessage(line);
    }

    @Override
    public void onProgress(TrainingTick pulse) {
        listener.onProgress(pulse);
    }

    @Override
    public boolean wantsProgress(long step) {
        return listener.wantsProgress(step);
    }

    @Override
    public void onValidation(HistoryRow row) {
        listener.onValidation(row);
        if (row.epoch() >= epochs) {
            reached = isReached(experiment, epochs);
        }
    }
}
