package org.maferstudio.ui.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps the last lines of the log, for the log viewer; safe on any thread. */
public final class LogBuffer extends Handler {
    /** How many lines are kept; older ones are forgotten. */
    public static final int CAPACITY = 2_000;

    /**
     * A line of the log.
     *
     * @param level how grave
     * @param source the short name of the class that wrote it
     * @param text its text
     * @param trace the stack trace of its cause; empty if it has none
     */
    public record Line(Instant time, Level level, String source, String text, String trace) {
        /** Whether it is a warning or worse. */
        public boolean isWarning() {
            return level.intValue() >= Level.WARNING.intValue();
        }
    }

    private final Deque<Line> lines = new ArrayDeque<>();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private volatile Consumer<Line> listener = line -> {};

    /** Empty. */
    public LogBuffer() {
        setLevel(Level.INFO);
    }

    /** Adds a listener for new lines, called on the thread that wrote them. */
    public void setListener(Consumer<Line> newListener) {
        listener = newListener;
    }

    /** The lines that are kept, oldest first. */
    public List<Line> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** The last lines as text, oldest first, for an error report. */
    public List<String> texts(int most) {
        List<Line> kept = lines();
        return kept.subList(Math.max(0, kept.size() - most), kept.size()).stream()
                .map(line -> line.time() + " " + line.level() + " " + line.source() + ": " + line.text()
                        + (line.trace().isEmpty() ? "" : "\n" + line.trace()))
                .toList();
    }

    @Override
    public void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        Line line = new Line(
                logged.getInstant(),
                logged.getLevel(),
                shortName(logged.getLoggerName()),
                formatter.formatMessage(logged),
                trace(logged.getThrown()));
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > CAPACITY) {
                lines.removeFirst();
            }
        }
        listener.accept(line);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        listener = line -> {};
    }

    private static String shortName(String logger) {
        return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String trace(Throwable cause) {
        if (cause == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
