package org.maferstudio.video;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.maferstudio.files.WriteFailure;

/** The sample film as a file, for what reads files only. */
public final class SampleFilm {
    private SampleFilm() {}

    /**
     * Copies the film to a file, unless it is there.
     *
     * @return the file
     * @throws org.maferstudio.job.Problem if it cannot be written
     */
    public static Path copyTo(Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        try (InputStream film = SampleFilm.class.getResourceAsStream(SampleVideo.FILM)) {
            if (film == null) {
                throw new FileNotFoundException(SampleVideo.FILM);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(film, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }
}
