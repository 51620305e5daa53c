package org.maferstudio.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.maferstudio.job.Progress;
import org.maferstudio.job.TimeLeft;

/** Prints progress as lines of text. The first line appears after two seconds, so that short work prints nothing. */
final class ConsoleProgress implements Progress {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

    private final String title;
    private final Console console;
    private long last = System.nanoTime();

    ConsoleProgress(String title, Console console) {
        this.title = title;
        this.console = console;
    }

    @Override
    public void report(double fraction, String message) {
        report(fraction, message, null);
    }

    @Override
    public synchronized void report(double fraction, String message, Duration left) {
        long now = System.nanoTime();
        if (now - last < INTERVAL) {
            return;
        }
        last = now;
        String share = fraction < 0 ? "" : String.format(Locale.ROOT, " %3.0f %%", 100 * fraction);
        console.message(title + share + "  " + message + (left == null ? "" : ", " + TimeLeft.words(left)));
    }

    @Override
    public boolean stopRequested() {
        return console.stopRequested();
    }
}
