package org.maferstudio.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reports write failures, and recognises a full disk. */
public final class WriteFailure {
    private static final List<String> WORDS = List.of("no space", "disk full", "quota", "not enough space", "enospc");

    /** Below this many free bytes a disk counts as full, whatever the language of the system's message. */
    private static final long LEAST_FREE = 16 << 10;

    private WriteFailure() {}

    /** Returns the problem for a file that could not be written. */
    public static Problem of(Path file, IOException cause) {
        String text = cause instanceof FileSystemException f && f.getReason() != null
                ? Texts.of("files.write.error.failedReason", file, f.getReason())
                : Texts.of("files.write.error.failed", file);
        return of(file, cause, text);
    }

    /**
     * Returns the problem for something that could not be written.
     *
     * @param place a file or folder, which need not exist
     * @param otherwise the message if the disk is not full
     */
    public static Problem of(Path place, Exception cause, String otherwise) {
        return Problem.failure(isDiskFull(place, cause) ? Texts.of("files.write.error.full", place) : otherwise, cause);
    }

    private static boolean isDiskFull(Path place, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String words = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return free(place) < LEAST_FREE;
    }

    private static long free(Path place) {
        Path there = place.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
