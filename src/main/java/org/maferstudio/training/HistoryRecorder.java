package org.maferstudio.training;

import java.time.Duration;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.loss.RunningSums;
import org.maferstudio.weights.ElementType;
import org.maferstudio.weights.Tensor;

/** Records the results of a training: history rows, checkpoints and the selected network. */
final class HistoryRecorder {
    private final Experiment experiment;
    private final TrainingSession session;
    private final Checkpoints checkpoints;
    private final long everyNanos;
    private long savedAt = System.nanoTime();
    private long savedStep;

    /**
     * Creates a recorder for one session.
     *
     * @param every maximum time between two checkpoints
     * @param from the first step of the session
     */
    HistoryRecorder(Experiment experiment, TrainingSession session, Duration every, long from) {
        this.experiment = experiment;
        this.session = session;
        this.checkpoints = new Checkpoints(experiment.checkpoints());
        this.everyNanos = every.toNanos();
        this.savedStep = from;
    }

    /** Whether the last checkpoint is too long ago. */
    boolean due() {
        return System.nanoTime() - savedAt >= everyNanos;
    }

    /**
     * Writes a checkpoint.
     *
     * @throws Problem if it cannot be written, or contains a number that is not finite; the previous one is intact
     */
    void save(RunState state) {
        checkLoss(state.sums(), state.step());
        NetworkFile network = session.networkFile();
        network.weights().tensors().values().forEach(tensor -> checkFinite(tensor, state.step()));
        checkpoints.save(network, session.optimiserState(), state);
        savedAt = System.nanoTime();
        savedStep = state.step();
        experiment.update(manifest -> manifest.with(new ExperimentManifest.State(
                manifest.state().status(),
                state.epoch(),
                state.step(),
                state.marks().best(),
                "")));
    }

    /** Adds a row to the history. */
    void row(HistoryRow row) {
        experiment.write(experiment.history().plus(row));
    }

    /** Saves the current network as the selected one. */
    void best() {
        checkpoints.saveBest(session.evaluatedFile());
    }

    /** Adds a line to the experiment's log. */
    void log(String line) {
        experiment.log(line);
    }

    /**
     * Checks that the loss is finite.
     *
     * @throws Problem if it is not
     */
    void checkLoss(RunningSums.Values sums, long step) {
        if (!Double.isFinite(sums.loss())) {
            throw Problem.failure(Texts.of("training.error.lossNotFinite", step, savedStep, learningRate()));
        }
    }

    private void checkFinite(Tensor tensor, long step) {
        if (tensor.type() != ElementType.F32) {
            return;
        }
        for (float value : tensor.floats()) {
            if (!Float.isFinite(value)) {
                throw Problem.failure(
                        Texts.of("training.error.weightNotFinite", tensor.name(), step, savedStep, learningRate()));
            }
        }
    }

    private double learningRate() {
        return session.recipe().optimiser().learningRate();
    }
}
