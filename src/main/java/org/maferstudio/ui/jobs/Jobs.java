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
 * The one door to other threads: work goes out, results and progress come back on the screen's thread.
 *
 * <p>All methods are called on the screen's thread; what {@link #latest} and {@link #batches} return may be called from
 * any.
 */
public interface Jobs {
    /** Starts work; the job's properties tell how far it is. */
    <T> Job start(JobPlan<T> plan);

    /**
     * Gives a mailbox that may be filled from any thread; the receiver hears the newest value on the screen's thread, at
     * most ten times a second, and values in between are dropped.
     */
    <T> Consumer<T> latest(Consumer<? super T> receiver);

    /**
     * Gives a mailbox that may be filled from any thread; the receiver hears all values in order on the screen's thread,
     * collected, at most ten times a second, and the last of them before the job that sent them is told to be over.
     */
    <T> Consumer<T> batches(Consumer<? super List<T>> receiver);

    /**
     * The jobs to show: those that wait or run, and the last ones that are over, newest first; a job that changes its
     * state is an update of the list.
     */
    ObservableList<Job> listed();

    /** How many jobs wait or run, quiet ones too. */
    ReadOnlyIntegerProperty busyProperty();

    /** Starts listed work; a failure is told by the window. */
    default <T> Job start(String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone) {
        return start(JobPlan.<T>of(title, work).onDone(onDone));
    }

    /** Starts listed work with someone who hears why it failed. */
    default <T> Job start(
            String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone, Consumer<Problem> onProblem) {
        return start(JobPlan.<T>of(title, work).onDone(onDone).onProblem(onProblem));
    }

    /** Writes a file that someone asked for; the window says so once it is there. */
    default Job write(Path file, BackgroundWork<?> writing, Runnable onDone) {
        String name = file.getFileName().toString();
        return start(JobPlan.<Path>of(Texts.of("parts.job.saving", name), progress -> {
                    writing.run(progress);
                    return file;
                })
                .noting(Texts.of("parts.job.saved", name, file.toAbsolutePath().getParent()))
                .onDone(done -> onDone.run()));
    }

    /** Starts short reading or drawing for what is on the screen; it is listed nowhere. */
    default <T> Job quiet(String title, BackgroundWork<? extends T> work, Consumer<? super T> onDone) {
        return start(JobPlan.<T>of(title, work).onDone(onDone).weighing(JobPlan.Weight.QUIET));
    }
}
