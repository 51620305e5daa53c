package org.maferstudio.ui.training;

import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingTick;

/** Receives the progress of a training on its thread, and forwards what the window shows as small messages. */
final class RunListener implements TrainingListener {
    /** The forwarded messages. */
    sealed interface Message {
        /** The training starts or resumes at a step, with these rows of history. */
        record Began(List<HistoryRow> rows, String device, long step) implements Message {}

        /** A validation is complete. */
        record Validated(HistoryRow row) implements Message {}
    }

    /**
     * The progress of the training, and the memory of the program.
     *
     * @param bytes resident memory
     */
    record Moved(TrainingTick pulse, long bytes) {}

    private final Consumer<Message> messages;
    private final Consumer<Moved> moves;
    private volatile Experiment experiment;
    private boolean began;

    RunListener(Consumer<Message> messages, Consumer<Moved> moves) {
        this.messages = messages;
        this.moves = moves;
    }

    /** Sets the experiment of history and device. */
    void setExperiment(Experiment made) {
        experiment = made;
    }

    @Override
    public void onProgress(TrainingTick pulse) {
        begin(pulse.step());
        moves.accept(new Moved(pulse, MemoryUsage.resident()));
    }

    @Override
    public void onValidation(HistoryRow row) {
        begin(row.step());
        messages.accept(new Message.Validated(row));
    }

    /** A resumed training has truncated its history before its first step, so it can be read now. */
    private void begin(long step) {
        if (!began && experiment != null) {
            began = true;
            messages.accept(new Message.Began(
                    experiment.history().rows(), experiment.manifest().device(), step));
        }
    }
}
