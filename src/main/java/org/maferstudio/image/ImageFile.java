package org.maferstudio.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.maferstudio.files.InputFile;
import org.maferstudio.files.OutputFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reads and writes images. Input files are untrusted. Thread-safe. */
public final class ImageFile {
    /** The most pixels an image may have: 100 million. */
    public static final long MAX_PIXELS = 100_000_000L;

    /** The most pixels that all scans of a JPEG may have together: one billion. */
    static final long MAX_SCANNED_PIXELS = 10 * MAX_PIXELS;

    /** The most bytes an image's file may have: 64 MiB. */
    public static final long MAX_BYTES = 64L << 20;

    private ImageFile() {}

    /**
     * Decodes a PNG, JPEG, BMP, GIF, TIFF or WebP image from memory: grey stays grey, everything else becomes RGB.
     *
     * <p>No colour profile is applied, an alpha channel is dropped, 16-bit values are rounded to 8 bits, and of an
     * animation the first frame is used. The image is rotated according to its {@link Orientation}. Pillow does the
     * same, with {@code ImageOps.exif_transpose}.
     *
     * @param name of the image, for messages
     * @throws Problem if it is not such an image, is damaged or truncated, or has more than {@link #MAX_PIXELS} or
     *     {@link #MAX_BYTES}
     */
    public static RasterImage decode(byte[] bytes, String name) {
        checkSize(bytes.length, name);
        return ImageDecoder.decode(bytes, name);
    }

    /**
     * Reads an image file, see {@link #decode}.
     *
     * @throws Problem if it does not exist, or cannot be read or decoded
     */
    public static RasterImage read(Path file) {
        try (InputStream in = Files.newInputStream(InputFile.of(file))) {
            checkSize(Files.size(file), file.toString());
            // One byte more than allowed, so that a file that grows while it is read is still rejected.
            return decode(in.readNBytes((int) MAX_BYTES + 1), file.toString());
        } catch (NoSuchFileException e) {
            throw Problem.input(Texts.of("image.file.error.missing", file), e);
        } catch (IOException e) {
            throw Problem.input(Texts.of("image.file.error.read", file), e);
        }
    }

    /** Encodes as PNG, without loss: 8-bit grey or RGB. */
    public static byte[] png(RasterImage image) {
        return PngEncoder.encode(image, "");
    }

    /**
     * Writes an image as PNG, to a temporary file first, so that a crash leaves no partial file. Marks the file as
     * written by this program.
     *
     * @param file in an existing folder; an existing file is replaced
     * @throws Problem if it cannot be written
     */
    public static void write(RasterImage image, Path file) {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.write(beside, PngEncoder.encode(image, OutputFile.PNG_TEXT));
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Problem problem = WriteFailure.of(file, e, Texts.of("image.file.error.write", file));
            try {
                Files.deleteIfExists(beside);
            } catch (IOException left) {
                problem.addSuppressed(left);
            }
            throw problem;
        }
    }

    private static void checkSize(long bytes, String name) {
        if (bytes > MAX_BYTES) {
            throw Problem.input(Texts.of("image.file.error.size", name, MAX_BYTES >> 20));
        }
    }
}
