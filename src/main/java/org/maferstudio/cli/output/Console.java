package org.maferstudio.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Printable;

/**
 * Where commands print: results to one stream, progress and problems to the other. What is printed is {@link Printable};
 * a result that cannot be printed ends the command.
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

    /** A console over two streams; {@code stop} hears Ctrl+C. */
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

    /** Says something that is not the result. */
    public void message(String line) {
        err.println(Printable.text(line));
    }

    /** Whether Ctrl+C was pressed, so that the command should end with {@link ExitCode#STOPPED}. */
    public boolean stopRequested() {
        return stop.requested();
    }

    /** Has someone hear Ctrl+C who does not look for it, such as a window. */
    public void onStopRequest(Runnable hears) {
        stop.setListener(hears);
    }

    /** Progress as lines on standard error, at most one every two seconds; asks to stop after Ctrl+C. */
    public Progress progress(String title) {
        return new ConsoleProgress(title, this);
    }
}
