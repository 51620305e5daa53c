package org.maferstudio.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Printable;

/**
 * Prints results to one stream, and progress and problems to another. Printed text is {@link Printable}; if a result
 * cannot be printed, the command ends.
 */
public final class Console {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private final PrintStream out;
    private final PrintStream err;
    private final StopRequest stop;

    /** Creates a console on two streams; {@code stop} receives Ctrl+C. */
    public Console(PrintStream out, PrintStream err, StopRequest stop) {
        this.out = out;
        this.err = err;
        this.stop = stop;
    }

    /** Prints one line of the result. */
    public void print(String line) {
        printOut(line);
    }

    /** Prints the result as one JSON object: records, maps, lists, numbers and strings; NaN is refused. */
    public void json(Object value) {
        printOut(JSON.toJson(value));
    }

    private void printOut(String text) {
        out.println(Printable.text(text));
        if (out.checkError()) {
            throw new OutputLostException();
        }
    }

    /** Prints a message that is not part of the result. */
    public void message(String line) {
        err.println(Printable.text(line));
    }

    /** Whether Ctrl+C was pressed, so that the command should end with {@link ExitCode#STOPPED}. */
    public boolean stopRequested() {
        return stop.requested();
    }

    /** Sets a listener for Ctrl+C, for example for a window. */
    public void onStopRequest(Runnable newListener) {
        stop.setListener(newListener);
    }

    /**
     * Returns progress that is printed on standard error, at most one line every two seconds, and that requests a stop
     * after Ctrl+C.
     */
    public Progress progress(String title) {
        return new ConsoleProgress(title, this);
    }
}
