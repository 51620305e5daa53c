package org.maferstudio.ui.training;

import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.training.TrainingTick;

/** Hears a training on its own thread and passes on what the window shows; each message is a small value. */
final class RunListener implements TrainingListener {
    /** What is passed on. */
    sealed interface Message {
        /** The training begins, or goes on, at a step with these rows behind it. */
        record Began(List<HistoryRow> rows, String device, long step) implements Message {}

        /** A validation was made. */
        record Validated(HistoryRow row) implements Message {}
    }

    /**
     * Where the training stands, with the memory that the whole program takes.
     *
     * @param bytes resident
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

    /** Tells where history and device can be read. */
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

    /** A training that goes on has cut its history before its first step, so it can be read now. */
    private void begin(long step) {
        if (!began && experiment != null) {
            began = true;
            messages.accept(new Message.Began(
                    experiment.history().rows(), experiment.manifest().device(), step));
        }
    }
}
