package org.maferstudio.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Opens zips: one with a password is not damaged. */
public final class InputZip {
    /** Where an entry has its flags, whose lowest bit marks encryption. */
    private static final int FLAGS = 6;

    private InputZip() {}

    /** A zip whose names are in UTF-8, as {@link #open(Path, Charset)} opens it. */
    public static ZipFile open(Path file) throws IOException {
        return open(file, StandardCharsets.UTF_8);
    }

    /**
     * Opens a zip.
     *
     * @param charset of the names in it
     * @throws ZipException if it is none, or damaged
     * @throws Problem if it is no regular file, or encrypted
     */
    public static ZipFile open(Path file, Charset charset) throws IOException {
        try {
            return new ZipFile(InputFile.of(file).toFile(), charset);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw encrypted(file, e);
            }
            throw e;
        }
    }

    /**
     * Looks at the beginning of a zip that is read as a stream.
     *
     * @throws Problem if its first entry is encrypted
     */
    public static void checkFirstEntry(Path file, byte[] beginning) {
        if (beginning.length > FLAGS && (beginning[FLAGS] & 1) != 0) {
            throw encrypted(file, null);
        }
    }

    private static Problem encrypted(Path file, ZipException cause) {
        return Problem.input(Texts.of("files.input.error.encrypted", file), cause);
    }
}
