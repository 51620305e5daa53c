package org.maferstudio.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Opens zip files, and reports an encrypted one as encrypted instead of damaged. */
public final class InputZip {
    /** The offset of an entry's flags, whose lowest bit marks encryption. */
    private static final int FLAGS = 6;

    private InputZip() {}

    /** Opens a zip file with UTF-8 names, like {@link #open(Path, Charset)}. */
    public static ZipFile open(Path file) throws IOException {
        return open(file, StandardCharsets.UTF_8);
    }

    /**
     * Opens a zip file.
     *
     * @param charset of the names in it
     * @throws ZipException if it is not a zip file, or is damaged
     * @throws Problem if it is not a regular file, or is encrypted
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
     * Checks the first bytes of a zip file that is read as a stream.
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
