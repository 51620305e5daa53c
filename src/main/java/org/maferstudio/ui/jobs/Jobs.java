package org.maferstudio.ui.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.collections.ObservableList;
import org.maferstudio.job.BackgroundWork;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Runs work in the background; results and progress arrive on the JavaFX thread.
 *
 * <p>All methods are called on the JavaFX thread; what {@link #latest} and {@link #batches} return may be called from
 * any.
 */
public interface Jobs {
    /** Starts work; the job's properties show its progress. */
    <T> Job start(JobPlan<T> plan);

    /**
     * Gives a mailbox that may be filled from any thread; the receiver gets the latest value on the JavaFX thread, at
     * most ten times per second, and values in between are dropped.
     */
    <T> Consumer<T> latest(Consumer<? super T> receiver);

    /**
     * Gives a mailbox that may be filled from any thread; the receiver gets all values in order on the JavaFX thread,
     * collected, at most ten times per second, and the last of them before the job that sent them ends.
     */
    <T> Consumer<T> batches(Consumer<? super List<T>> receiver);

    /**
     * The jobs to show: those that wait or run, and the last ones that are over, latest first; a job that changes its
     * state is an update of the list.
     */
    ObservableList<Job> listed();

    /** How many jobs wait or run, quiet ones too. */
    ReadOnlyIntegerProperty busyProperty();

    /** Starts listed work; the window shows a failure. */
    default <T> Job start(String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone) {
        return start(JobPlan.<T>of(title, work).onDone(onDone));
    }

    /** Starts listed work with a handler for its failure. */
    default <T> Job start(
            String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone, Consumer<Problem> onProblem) {
        return start(JobPlan.<T>of(title, work).onDone(onDone).onProblem(onProblem));
    }

    /** Writes a file that the user requested; the window shows a notice once it is saved. */
    default Job write(Path file, BackgroundWork<?> writing, Runnable onDone) {
        String name = file.getFileName().toString();
        return start(JobPlan.<Path>of(Texts.of("common.job.saving", name), progress -> {
                    writing.run(progress);
                    return file;
                })
                .noting(Texts.of("common.job.saved", name, file.toAbsolutePath().getParent()))
                .onDone(done -> onDone.run()));
    }

    /** Starts short reading or drawing for what is on the screen; it is listed nowhere. */
    default <T> Job quiet(String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone) {
        return start(JobPlan.<T>of(title, work).onDone(onDone).weighing(JobPlan.Weight.QUIET));
    }
}
