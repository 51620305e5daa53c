package org.maferstudio.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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

    /** The signature and the first chunk of a PNG, which has always the same length. */
    private static final int HEADER_END = 8 + 12 + 13;
    /** Deflate's level 1: a crop takes two thirds of the time of ImageIO's level 4, and 3 % more bytes. */
    private static final float PNG_QUALITY = 8 / 9f;

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
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A memory stream, because ImageIO would otherwise create a cache file for each image.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(PNG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(BufferedImages.of(image), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Inserts a tEXt chunk with the program's name after the header (IHDR), as the PNG specification requires. */
    private static byte[] signed(byte[] png) {
        byte[] text = OutputFile.PNG_TEXT.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer signed = ByteBuffer.allocate(png.length + 12 + text.length);
        signed.put(png, 0, HEADER_END).putInt(text.length);
        byte[] chunk = ("tEXt" + OutputFile.PNG_TEXT).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(chunk);
        signed.put(chunk).putInt((int) checksum.getValue());
        return signed.put(png, HEADER_END, png.length - HEADER_END).array();
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
            Files.write(beside, signed(png(image)));
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
