package org.maferstudio.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Checks that an input is a regular file: reading a pipe or a device might never end. */
public final class InputFile {
    private InputFile() {}

    /**
     * Returns the path if it is a regular file or does not exist; the caller reports a missing file when opening it.
     *
     * @throws Problem if it is a folder, a pipe or a device
     */
    public static Path of(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.input(Texts.of("files.input.error.folder", file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Problem.input(Texts.of("files.input.error.device", file));
        }
        return file;
    }
}
