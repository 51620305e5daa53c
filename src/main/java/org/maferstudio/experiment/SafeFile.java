package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Saving;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.texts.Texts;

/** Writes files atomically: a crash leaves either the old or the new file. */
public final class SafeFile {
    /** Writes the content of a file to a given path, which does not exist yet. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(Path file) throws IOException;
    }

    private SafeFile() {}

    /** Writes text in UTF-8. */
    public static void write(Path file, String text) {
        write(file, beside -> Files.write(beside, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file: to a temporary file, synchronised to disk, then moved to its place.
     *
     * @throws Problem if it cannot be written, such as on a full disk; the old file is unchanged
     */
    public static void write(Path file, Writer writer) {
        OutputFile.checkPlace(file);
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(beside);
            TemporaryFiles.add(beside);
            writer.writeTo(beside);
            moveIntoPlace(beside, file);
        } catch (IOException e) {
            Problem problem = WriteFailure.of(file, e);
            discard(beside, e);
            throw problem;
        } catch (RuntimeException | Error e) {
            discard(beside, e);
            throw e;
        } finally {
            TemporaryFiles.remove(beside);
        }
    }

    private static void moveIntoPlace(Path beside, Path file) throws IOException {
        Saving saving = Saving.of(file.toString());
        try {
            force(beside);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            saving.close();
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void discard(Path beside, Throwable cause) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Appends one line without synchronising to disk. */
    static void append(Path file, String line) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /**
     * The content of a text file; empty if there is none.
     *
     * @throws Problem if it cannot be read
     */
    static String text(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(InputFile.of(file)), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.file.error.unreadable", file), e);
        }
    }
}
