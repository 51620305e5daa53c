package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Command;

class OutputTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(out), stream(err), new StopRequest());

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "failing")
    private record Failing(Runnable failure) implements Callable<Integer> {
        @Override
        public Integer call() {
            failure.run();
            return ExitCode.DONE;
        }
    }

    private int run(Console on, Runnable failure) {
        return Mafer.execute(Mafer.commandLine(on, List.of(new Failing(failure))), on, "failing");
    }

    @Test
    void noTextReachesTheTerminalRaw() {
        console.print("a\u001b[2J");
        console.message("b\u009b31m");
        console.json(Map.of("name\u007f", "c\u202e\u001b"));
        assertEquals(
                "a\\u001b[2J\n{\n  \"name\\u007f\": \"c\\u202e\\u001b\"\n}\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("b\\u009b31m\n", said());
    }

    @Test
    void aProblemIsOneLineWhateverItQuotes() {
        assertEquals(ExitCode.USAGE, run(console, () -> {
            throw Problem.input("No file \"a\u001b]0;x\u0007\nAll is well.\".");
        }));
        assertEquals("No file \"a\\u001b]0;x\\u0007 All is well.\".\n", said());
    }

    @Test
    void theLogIsCleanedToo() {
        String line = new Logs.PrintableFormatter().format(new LogRecord(Level.INFO, "a\u001b[2J"));
        assertTrue(line.contains("a\\u001b[2J"), line);
    }

    @Test
    void aWantOfMemoryIsOneSentenceThoughItIsAnError() {
        assertEquals(ExitCode.FAILED, run(console, () -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertTrue(said().startsWith("There is not enough memory."), said());
        assertEquals(1, said().lines().count());
    }

    @Test
    void aCommandEndsWhereItsResultCannotBePrinted() {
        Console full = new Console(
                stream(new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("No space left on device");
                    }
                }),
                stream(err),
                new StopRequest());
        boolean[] wentOn = {false};
        assertEquals(ExitCode.FAILED, run(full, () -> {
            full.print("a result");
            wentOn[0] = true;
        }));
        assertFalse(wentOn[0]);
        assertEquals("", said());
    }
}
