package org.maferstudio.series.remote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.series.ShellWords;
import org.maferstudio.series.Slurm;
import org.maferstudio.texts.Texts;

/**
 * A shell on another computer, by the system's own {@code ssh} with the user's keys and settings; it never asks for a
 * password. Scripts are sent on the standard input of a login shell of bash, so that neither the account's usual shell nor
 * the way in which this system passes arguments matters.
 *
 * @param client the command that connects
 * @param host as {@code ssh} knows it
 * @param setup lines of shell that run first, such as {@code module load java}
 */
record Ssh(String client, String host, List<String> setup) {
    /** What login shells print comes before this line. */
    private static final String MARK = "== MAFER Studio ==";

    private static final long MOST_GREETING = 1 << 20;

    private static final String CLIENT = "ssh";

    private static final List<String> OPTIONS =
            List.of("-T -o BatchMode=yes -o ConnectTimeout=15 -o ServerAliveInterval=15 -o ServerAliveCountMax=4 --"
                    .split(" "));

    /** The exit code of ssh itself. */
    private static final int UNREACHABLE = 255;

    /** A script that prints nothing for so long is given up. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private static final long PAUSE_MILLIS = 20;

    /** A thousand runs list 2 MB of files. */
    private static final long MOST_TEXT = 64L << 20;

    /** What a script reads. */
    @FunctionalInterface
    interface Input {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Takes what a script printed. */
    @FunctionalInterface
    interface Output {
        /** Reads all of it. */
        void readFrom(InputStream in) throws IOException;
    }

    /**
     * How a script ended.
     *
     * @param code its exit code
     * @param text of its standard output; empty if that was taken
     * @param errors of its standard error
     */
    record Answer(int code, String text, String errors) {
        /** The last line that it printed, for a message. */
        String reason() {
            String line = lastLine(errors);
            return line.isEmpty() ? lastLine(text) : line;
        }
    }

    /** The client on the path. */
    Ssh(String host, List<String> setup) {
        this(CLIENT, host, setup);
    }

    /**
     * Runs a script that reads nothing.
     *
     * @throws Problem if the host cannot be reached or has no bash
     */
    Answer run(String script) {
        return send("{ " + script + "\n} </dev/null", out -> {});
    }

    /**
     * Runs a script that reads something.
     *
     * @throws Problem as {@link #run}
     */
    Answer send(String script, Input input) {
        try (SshProcess process = new SshProcess()) {
            int code = ended(process, script, input, MOST_TEXT);
            try (InputStream in = printed(process)) {
                return new Answer(code, new String(in.readAllBytes(), StandardCharsets.UTF_8), process.errors());
            }
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /**
     * Runs a script and takes what it printed.
     *
     * @param most number of bytes that it may print
     * @throws Problem as {@link #run}, or if it printed more
     */
    Answer receive(String script, Input input, long most, Output output) {
        try (SshProcess process = new SshProcess()) {
            int code = ended(process, script, input, most + MOST_GREETING);
            try (InputStream in = printed(process)) {
                output.readFrom(in);
            }
            return new Answer(code, "", process.errors());
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Runs a command of Slurm. */
    Slurm.Answer slurm(List<String> command) {
        Answer answer = run(ShellWords.of(command));
        return new Slurm.Answer(answer.code(), answer.text() + answer.errors());
    }

    private int ended(SshProcess process, String script, Input input, long most) throws IOException {
        process.start(command());
        process.write(out -> {
            out.write(whole(script).getBytes(StandardCharsets.UTF_8));
            input.writeTo(out);
        });
        int code = waited(process, most);
        if (code == UNREACHABLE) {
            throw Problem.failure(Texts.of("series.remote.error.unreachable", host, lastLine(process.errors())));
        }
        return code;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(client));
        command.addAll(OPTIONS);
        command.addAll(List.of(host, "exec bash -l -s"));
        return command;
    }

    /** One compound command, so that the shell has read all of it before the rest of its input belongs to the script. */
    private String whole(String script) {
        return "{\n{ :\n" + String.join("\n", setup) + "\n} </dev/null\n" + "printf '\\n%s\\n' " + ShellWords.of(MARK)
                + "\n" + script + "\nexit\n}\n";
    }

    private int waited(SshProcess process, long most) {
        long printed = -1;
        long since = System.nanoTime();
        while (!process.hasEnded(PAUSE_MILLIS)) {
            if (process.printed() > most) {
                throw Problem.failure(Texts.of("series.remote.error.tooMuch", host, most >> 20));
            }
            if (process.printed() != printed) {
                printed = process.printed();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw Problem.failure(
                        Texts.of("series.remote.error.late", host, TimeUnit.NANOSECONDS.toMinutes(PATIENCE_NANOS)));
            }
        }
        return process.code();
    }

    /** What the script printed, without what the login shell printed before. */
    private InputStream printed(SshProcess process) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(InputFile.of(process.out())));
        StringBuilder line = new StringBuilder();
        for (long i = 0; i < MOST_GREETING; i++) {
            int next = in.read();
            if (next < 0) {
                break;
            } else if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().equals(MARK)) {
                return in;
            } else {
                line.setLength(0);
            }
        }
        in.close();
        throw Problem.failure(Texts.of("series.remote.error.shell", host, lastLine(process.errors())));
    }

    private Problem lost(IOException e) {
        return Problem.failure(Texts.of("series.remote.error.lost", host, String.valueOf(e.getMessage())), e);
    }

    private static String lastLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (before, line) -> line)
                .strip();
    }
}
