package org.maferstudio.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** File names that Java cannot decode: in the locale C it supports ASCII only. */
public final class FileNames {
    private FileNames() {}

    /** A sentence about the name that something failed on, and the locale to start with; empty if it failed otherwise. */
    public static Optional<Problem> problem(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof InvalidPathException e && e.getReason().contains("unmappable")) {
                return Optional.of(Problem.input(Texts.of("files.names.error.locale", e.getInput()), thrown));
            }
        }
        return Optional.empty();
    }

    /**
     * Looks whether Java can name the folder that the program was started in, without which next to nothing works.
     *
     * @throws Problem if it cannot
     */
    public static void checkWorkingFolder() {
        try {
            // No logger is here: that of Java 17 itself fails in such a folder.
            Path unused = Path.of(System.getProperty("user.dir", ""));
        } catch (InvalidPathException e) {
            throw problem(e).orElseThrow(() -> e);
        }
    }
}
