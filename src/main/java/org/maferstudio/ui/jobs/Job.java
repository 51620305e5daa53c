package org.maferstudio.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;

/**
 * One piece of background work as the window sees it; its properties change on the screen's thread only.
 *
 * <p>Panes bind to the properties and call {@link #requestStop()}; the other methods belong to implementations of
 * {@link Jobs}.
 */
public final class Job {
    private static final double SHARE_BEFORE_GUESSING = 0.01;
    private static final Duration TIME_BEFORE_GUESSING = Duration.ofSeconds(2);

    private final String title;
    private final JobPlan.Weight weight;
    private final String notice;
    private final ReadOnlyObjectWrapper<RunStatus> state = new ReadOnlyObjectWrapper<>(this, "state", RunStatus.NEW);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Duration> timeLeft = new ReadOnlyObjectWrapper<>(this, "timeLeft");
    private Instant began = Instant.EPOCH;
    private Problem problem;
    private volatile boolean stopRequested;

    /** A job that has not begun, without a notice once it is done. */
    public Job(String title, JobPlan.Weight weight) {
        this(title, weight, "");
    }

    private Job(String title, JobPlan.Weight weight, String notice) {
        this.title = title;
        this.weight = weight;
        this.notice = notice;
    }

    /** The job of a plan, which has not begun. */
    public static Job of(JobPlan<?> plan) {
        return new Job(plan.title(), plan.weight(), plan.notice());
    }

    // Properties

    /** A few words, such as {@code Training CR-Simplified}. */
    public String title() {
        return title;
    }

    /** The notice shown briefly once it is done; empty for none. */
    public String notice() {
        return notice;
    }

    /** How much it matters. */
    public JobPlan.Weight weight() {
        return weight;
    }

    public ReadOnlyObjectProperty<RunStatus> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunStatus getState() {
        return state.get();
    }

    /** From 0 to 1, negative if unknown. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public double getFraction() {
        return fraction.get();
    }

    /** The last message of the work, such as {@code epoch 4 of 12}. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public String getMessage() {
        return message.get();
    }

    /** The estimated time until it is done; null if unknown. */
    public ReadOnlyObjectProperty<Duration> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Why it failed. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    // Commands

    /** Asks the work to end soon and in order; what is done is kept. Nothing happens if it is over. */
    public void requestStop() {
        if (!state.get().isOver()) {
            stopRequested = true;
            if (state.get() == RunStatus.RUNNING) {
                state.set(RunStatus.STOPPING);
            }
        }
    }

    /** Asks the work to stop, and shows nothing of it: for the end of the program; safe from any thread. */
    void requestStopUnseen() {
        stopRequested = true;
    }

    /** Whether a stop was requested; can be called from any thread. */
    public boolean isStopRequested() {
        return stopRequested;
    }

    // For implementations of Jobs

    /** Its work starts now. */
    public void begin(Instant now) {
        began = now;
        state.set(stopRequested ? RunStatus.STOPPING : RunStatus.RUNNING);
    }

    /** The work reports its progress. */
    public void report(double newFraction, String newMessage, Instant now) {
        report(newFraction, newMessage, null, now);
    }

    /**
     * The work reports its progress.
     *
     * @param left the work's own estimate; null to estimate from the time so far
     */
    public void report(double newFraction, String newMessage, Duration left, Instant now) {
        fraction.set(newFraction > 1 ? 1 : newFraction);
        message.set(newMessage);
        Duration elapsed = Duration.between(began, now);
        boolean known = newFraction >= SHARE_BEFORE_GUESSING && elapsed.compareTo(TIME_BEFORE_GUESSING) >= 0;
        timeLeft.set(
                left != null
                        ? left
                        : known
                                ? Duration.ofMillis(
                                        Math.round(elapsed.toMillis() * (1 - fraction.get()) / fraction.get()))
                                : null);
    }

    /** Its work ended without a failure. */
    public void end() {
        timeLeft.set(null);
        state.set(stopRequested ? RunStatus.STOPPED : RunStatus.FINISHED);
    }

    /** Its work failed. */
    public void fail(Problem why) {
        problem = why;
        timeLeft.set(null);
        state.set(RunStatus.FAILED);
    }
}
