package org.maferstudio.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Checks that a folder for results is one, or can become one. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Returns the path if it is a folder, or nothing is in its way; the caller creates the folder.
     *
     * @throws Problem if it, or a part of it, is a file
     */
    public static Path of(Path folder) {
        Path part = folder.toAbsolutePath().normalize();
        while (part != null && !Files.exists(part)) {
            part = part.getParent();
        }
        if (part != null && !Files.isDirectory(part)) {
            throw Problem.input(Texts.of("files.output.error.notFolder", part));
        }
        return folder;
    }
}
