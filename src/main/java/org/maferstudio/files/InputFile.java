package org.maferstudio.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A file to read. A pipe would be waited for without end, a device may never end, a folder has no content. */
public final class InputFile {
    private InputFile() {}

    /**
     * The same path, where it leads to a regular file or to nothing, which whoever opens it reports.
     *
     * @throws Problem if there is a folder, a pipe or a device
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
