package org.maferstudio.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reports file names that Java cannot decode: in the locale C, Java supports ASCII names only. */
public final class FileNames {
    private FileNames() {}

    /** Returns a problem that names the file and a suitable locale; empty if the failure has another cause. */
    public static Optional<Problem> problem(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof InvalidPathException e && e.getReason().contains("unmappable")) {
                return Optional.of(Problem.input(Texts.of("files.names.error.locale", e.getInput()), thrown));
            }
        }
        return Optional.empty();
    }

    /**
     * Checks that Java can represent the name of the working directory, which almost everything depends on.
     *
     * @throws Problem if it cannot
     */
    public static void checkWorkingFolder() {
        try {
            // No logging here: Java 17's own logger fails in such a directory.
            Path unused = Path.of(System.getProperty("user.dir", ""));
        } catch (InvalidPathException e) {
            throw problem(e).orElseThrow(() -> e);
        }
    }
}
