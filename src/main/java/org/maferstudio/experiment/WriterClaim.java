package org.maferstudio.experiment;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.ComputeHost;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/**
 * A file that names the only process that writes to a folder. It is created exclusively, which also works on network file
 * systems. Where its process has ended on this computer, or its cluster job has been started again, the next one takes it
 * over; the claim of another computer stays until it is released or deleted.
 */
public final class WriterClaim {
    /** The file in the folder. */
    static final String NAME = ".writer.json";

    /** The start of a process is known to a hundredth of a second, but clocks are adjusted. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** An unreadable claim is one that is being written, or what a crash left of one. */
    private static final Duration WRITING = Duration.ofMinutes(1);

    private final Path file;

    private WriterClaim(Path file) {
        this.file = file;
    }

    /**
     * Who writes.
     *
     * @param host the computer's name
     * @param process its number there
     * @param started when the process started, such as {@code 2026-01-31T12:00:59Z}; empty if unknown
     * @param job the job of a cluster, such as {@code 17_3}; empty without one
     * @param restart how often the cluster has started the job again
     */
    public record Holder(String host, long process, String started, String job, int restart) {
        /** This process. */
        static Holder here() {
            return new Holder(
                    ComputeHost.name(),
                    ProcessHandle.current().pid(),
                    ProcessHandle.current()
                            .info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse(""),
                    ComputeHost.job().orElse(""),
                    ComputeHost.restarts());
        }

        /** Whether the process runs on this computer. */
        public boolean isHere() {
            return ComputeHost.name().equals(host);
        }

        /** Whether it may still write, as far as can be seen from this process. */
        boolean mayWrite() {
            boolean earlierTry =
                    ComputeHost.job().filter(own -> own.equals(job)).isPresent() && restart < ComputeHost.restarts();
            return !earlierTry && (!isHere() || handle().isPresent());
        }

        /** The process; empty if it has ended or runs on another computer. */
        public Optional<ProcessHandle> handle() {
            return isHere() ? ProcessHandle.of(process).filter(this::isSame) : Optional.empty();
        }

        /** Process numbers are given again. */
        private boolean isSame(ProcessHandle running) {
            Optional<Instant> start = running.info().startInstant();
            return running.isAlive()
                    && (started.isEmpty()
                            || start.isEmpty()
                            || Duration.between(Instant.parse(started), start.get())
                                            .abs()
                                            .compareTo(TOLERANCE)
                                    < 0);
        }

        /** The problem for a second writer. */
        Problem problem(Path folder) {
            return isHere()
                    ? Problem.input(Texts.of("experiment.lock.error.inUseByProcess", folder, process))
                    : Problem.input(
                            Texts.of("experiment.lock.error.inUseElsewhere", folder, host, folder.resolve(NAME)));
        }
    }

    /** Claims a folder for this process; empty if another process has it. */
    static Optional<WriterClaim> take(Path folder) throws IOException {
        WriterClaim claim = new WriterClaim(folder.resolve(NAME));
        return claim.created() || (claim.clearedStale() && claim.created()) ? Optional.of(claim) : Optional.empty();
    }

    /** The process that has a folder; empty if none has, or it has ended. */
    public static Optional<Holder> holder(Path folder) {
        return read(folder.resolve(NAME)).filter(Holder::mayWrite);
    }

    /** Removes the claim of a process that is known to have ended, on whatever computer. */
    public static void remove(Path folder) {
        new WriterClaim(folder.resolve(NAME)).release();
    }

    private boolean created() throws IOException {
        try {
            Files.write(
                    file,
                    Json.gson().toJson(Holder.here()).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Removes a claim whose process has ended: two that find the same one do not remove each other's. */
    private boolean clearedStale() throws IOException {
        Optional<Holder> stale = read(file);
        if (stale.isPresent() ? stale.get().mayWrite() : isYoung()) {
            return false;
        }
        Path aside = file.resolveSibling(NAME + "." + ProcessHandle.current().pid());
        try {
            Files.move(file, aside);
            boolean same = read(aside).equals(stale);
            if (!same) {
                // Another process has taken it over in the meantime.
                Files.createLink(file, aside);
            }
            Files.delete(aside);
            return same;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private boolean isYoung() throws IOException {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return written.plus(WRITING).isAfter(Instant.now());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Optional<Holder> read(Path file) {
        try {
            Holder holder = Files.exists(file) ? Json.read(Files.readString(InputFile.of(file)), Holder.class) : null;
            return Optional.ofNullable(holder).filter(known -> Objects.nonNull(known.host()));
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    /** Gives the folder free. */
    void release() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.lock.error.release"), e);
        }
    }
}
