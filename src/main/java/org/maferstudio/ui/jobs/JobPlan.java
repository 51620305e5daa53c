package org.maferstudio.ui.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import org.maferstudio.job.BackgroundWork;
import org.maferstudio.job.Problem;

/**
 * Work to do in the background, and its handlers.
 *
 * @param title a few words for the status bar, such as {@code Reading FER2013}
 * @param work what runs on another thread
 * @param weight how much it matters
 * @param queue jobs of one queue run one after another, in order; empty for no queue
 * @param notice shown briefly in the status bar once it is done; empty for none
 * @param onDone receives the value on the JavaFX thread, also if the work was asked to stop and returned what it had;
 *     not if it was stopped while it still waited
 * @param onProblem receives the failure on the JavaFX thread; empty for the window's own message
 * @param <T> what the work gives
 */
public record JobPlan<T>(
        String title,
        BackgroundWork<? extends T> work,
        Weight weight,
        String queue,
        String notice,
        Consumer<? super T> onDone,
        Optional<Consumer<Problem>> onProblem) {
    /** How much a job matters. */
    public enum Weight {
        /** Short reading or drawing for what is on the screen: listed nowhere. */
        QUIET,
        /** Listed with its progress. */
        LISTED,
        /** Listed; closing the window while it runs asks first. */
        KEPT
    }

    /** Listed work without a queue and without handlers. */
    public static <T> JobPlan<T> of(String title, BackgroundWork<? extends T> work) {
        return new JobPlan<>(title, work, Weight.LISTED, "", "", value -> {}, Optional.empty());
    }

    /** Returns a copy with a handler for the value. */
    public JobPlan<T> onDone(Consumer<? super T> receiver) {
        return new JobPlan<>(title, work, weight, queue, notice, receiver, onProblem);
    }

    /** Returns a copy with a handler for the failure, instead of the window's own message. */
    public JobPlan<T> onProblem(Consumer<Problem> receiver) {
        return new JobPlan<>(title, work, weight, queue, notice, onDone, Optional.of(receiver));
    }

    /** Returns a copy with another weight. */
    public JobPlan<T> weighing(Weight newWeight) {
        return new JobPlan<>(title, work, newWeight, queue, notice, onDone, onProblem);
    }

    /** The same in a queue, such as {@code training}: one at a time. */
    public JobPlan<T> inQueue(String newLane) {
        return new JobPlan<>(title, work, weight, newLane, notice, onDone, onProblem);
    }

    /** Returns a copy with a notice. */
    public JobPlan<T> noting(String newNotice) {
        return new JobPlan<>(title, work, weight, queue, newNotice, onDone, onProblem);
    }
}
