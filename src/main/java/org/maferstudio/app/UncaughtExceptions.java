package org.maferstudio.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.maferstudio.job.MemoryShortage;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Handles uncaught exceptions: logs them, and shows a message to the user. The same failure is shown at most once a
 * minute, because one in every pulse would flood the window.
 */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = System.getLogger(UncaughtExceptions.class.getName());
    private static final long PAUSE_MS = Duration.ofMinutes(1).toMillis();

    private final Consumer<Problem> onProblem;
    private final LongSupplier clock;
    private String lastReported = "";
    private long lastTime;

    /**
     * Creates a handler for all threads.
     *
     * @param onProblem receives a problem for the user, on the thread that failed
     * @param clock milliseconds
     */
    UncaughtExceptions(Consumer<Problem> onProblem, LongSupplier clock) {
        this.onProblem = onProblem;
        this.clock = clock;
    }

    @Override
    public synchronized void uncaughtException(Thread thread, Throwable thrown) {
        String what = thrown.getClass().getName() + at(thrown);
        long now = clock.getAsLong();
        if (what.equals(lastReported) && now - lastTime < PAUSE_MS) {
            return;
        }
        lastReported = what;
        lastTime = now;
        LOG.log(Level.ERROR, "Uncaught exception on " + thread.getName(), thrown);
        onProblem.accept(thrown instanceof Problem problem ? problem : Problem.failure(sentence(thrown), thrown));
    }

    private static String sentence(Throwable thrown) {
        return MemoryShortage.isIn(thrown) ? Texts.of("app.error.memory") : Texts.of("app.error.internal");
    }

    private static String at(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : " " + trace[0];
    }
}
