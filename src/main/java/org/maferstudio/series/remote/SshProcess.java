package org.maferstudio.series.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.texts.Texts;

/** A process whose output goes to temporary files, so that it never waits for its reader. Closing it ends it. */
final class SshProcess implements AutoCloseable {
    private static final int MOST_ERRORS = 1 << 16;

    private final Path folder;
    private Process process;

    SshProcess() throws IOException {
        folder = Files.createTempDirectory("mafer-ssh");
        TemporaryFiles.add(folder);
    }

    /**
     * Starts it.
     *
     * @throws Problem if there is no such program
     */
    void start(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(out().toFile())
                    .redirectError(err().toFile())
                    .start();
        } catch (IOException e) {
            throw Problem.input(Texts.of("series.remote.error.missing", command.get(0)), e);
        }
    }

    /** Writes its standard input. If it ends before it has read everything, its exit code says why. */
    void write(Ssh.Input input) {
        try (OutputStream out = process.getOutputStream()) {
            input.writeTo(out);
        } catch (IOException e) {
            System.getLogger(SshProcess.class.getName()).log(System.Logger.Level.DEBUG, "ended early", e);
        }
    }

    /** Waits for a while; whether it has ended. */
    boolean hasEnded(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("series.runner.error.interrupted"), e);
        }
    }

    int code() {
        return process.exitValue();
    }

    /** The file with its standard output. */
    Path out() {
        return folder.resolve("out");
    }

    private Path err() {
        return folder.resolve("err");
    }

    /** The number of bytes that it has printed so far. */
    long printed() {
        return out().toFile().length() + err().toFile().length();
    }

    /** The first part of its standard error. */
    String errors() throws IOException {
        try (InputStream in = Files.newInputStream(InputFile.of(err()))) {
            return new String(in.readNBytes(MOST_ERRORS), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        Files.deleteIfExists(out());
        Files.deleteIfExists(err());
        Files.deleteIfExists(folder);
        TemporaryFiles.remove(folder);
    }
}
