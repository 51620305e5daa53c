package org.maferstudio.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.fixture.TinyFaces;

/** What a command printed, and its exit code. */
record CommandRun(int code, String out, String err) {
    /** Runs a command line in this process, without its first word {@code mafer}. */
    static CommandRun of(String... line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        int code = Mafer.execute(Mafer.commandLine(console, Mafer.commands(console)), console, line);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Trains a small network on bars, so many epochs, into a folder; the bars lie in another. */
    static CommandRun training(Path bars, int validation, Path out, int epochs) {
        return of(
                "train",
                "--dataset",
                TinyFaces.write(bars, 8, validation).paths().get(0),
                "--out",
                out.toString(),
                "--network",
                "se-resnet-18",
                "--size",
                "32",
                "--resize",
                "36",
                "-bs",
                "28",
                "-e",
                Integer.toString(epochs));
    }
}
