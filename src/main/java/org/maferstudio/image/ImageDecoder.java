package org.maferstudio.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Decodes one image with ImageIO, and rejects incomplete ones. */
final class ImageDecoder {
    /** Supported formats, recognised by their first bytes, which is faster than asking each plug-in. */
    private static final List<Format> FORMATS = List.of(
            new Format("\u00ff\u00d8\u00ff", reader("jpeg")),
            new Format("\u0089PNG", reader("png")),
            new Format("BM", reader("bmp")),
            new Format("GIF8", reader("gif")),
            new Format("II*\0", reader("tiff")),
            new Format("MM\0*", reader("tiff")),
            new Format("RIFF", reader("webp")));

    private static final int CMYK = 4;
    private static final int RGB = 3;
    private static final int RIFF_HEADER = 8;

    private ImageDecoder() {}

    private record Format(String start, ImageReaderSpi reader) {
        boolean starts(byte[] bytes) {
            return new String(bytes, 0, Math.min(bytes.length, start.length()), StandardCharsets.ISO_8859_1)
                    .equals(start);
        }
    }

    private static ImageReaderSpi reader(String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            return reader.getOriginatingProvider();
        } finally {
            reader.dispose();
        }
    }

    static RasterImage decode(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw Problem.input(Texts.of("image.file.error.empty", name));
        }
        Format format = FORMATS.stream()
                .filter(candidate -> candidate.starts(bytes))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of("image.file.error.format", name)));
        try {
            JpegHeader jpeg = bytes[0] == (byte) 0xff ? JpegHeader.of(bytes) : null;
            if (isCutWebp(bytes)) {
                throw damaged(name, new IOException("RIFF says more bytes than there are"));
            }
            RasterImage image = decode(bytes, name, format.reader.createReaderInstance(), jpeg);
            return Orientation.of(bytes).apply(image);
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // On damaged images the plug-ins throw all kinds of exceptions: array bounds, negative sizes, missing
            // tables.
            throw damaged(name, e);
        } catch (OutOfMemoryError e) {
            // Only one large array could not be allocated; everything else is unaffected.
            throw Problem.input(Texts.of("image.file.error.memory", name), e);
        }
    }

    private static RasterImage decode(byte[] bytes, String name, ImageReader reader, JpegHeader jpeg)
            throws IOException {
        try (BytesImageInputStream in = new BytesImageInputStream(bytes)) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, true, true);
            checkPixels(reader.getWidth(0), reader.getHeight(0), name);
            checkScans(JpegScans.of(bytes), (long) reader.getWidth(0) * reader.getHeight(0), name);
            RasterImage image = image(reader, jpeg, name);
            if (warnings.stream().anyMatch(ImageDecoder::meansDamage)) {
                throw damaged(name, new IOException(String.join("; ", warnings)));
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static RasterImage image(ImageReader reader, JpegHeader jpeg, String name) throws IOException {
        if (jpeg != null && jpeg.components() == CMYK) {
            return Cmyk.toRgb(reader.readRaster(0, null), jpeg.isYcck());
        }
        boolean coloured =
                jpeg != null && reader.getImageTypes(0).next().getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR;
        if (coloured) {
            // The decoder's rows are red first: into an image of the same order they are copied as a whole.
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            RasterImage rgb = new RasterImage(width, height, RGB, new byte[RGB * width * height]);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setDestination(BufferedImages.of(rgb));
            reader.read(0, parameters);
            return rgb;
        }
        return BufferedImages.read(reader.read(0), name);
    }

    /** Whether a WebP file is shorter than its header says: its reader would fill in the missing part. */
    private static boolean isCutWebp(byte[] bytes) {
        if (bytes[0] != 'R' || bytes.length < RIFF_HEADER) {
            return bytes[0] == 'R';
        }
        long said = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffffffffL;
        return bytes.length < said + RIFF_HEADER;
    }

    private static void checkPixels(int width, int height, String name) {
        if ((long) width * height > ImageFile.MAX_PIXELS) {
            throw Problem.input(
                    Texts.of("image.file.error.pixels", name, width, height, ImageFile.MAX_PIXELS / 1_000_000));
        }
    }

    /** Each scan of a progressive JPEG visits all pixels again, so a small file could take minutes. */
    private static void checkScans(int scans, long pixels, String name) {
        if (scans * pixels > ImageFile.MAX_SCANNED_PIXELS) {
            throw Problem.input(Texts.of("image.file.error.scans", name, scans));
        }
    }

    /** Stray bytes between segments and odd metadata do not affect the pixels; all other warnings do. */
    private static boolean meansDamage(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return (text.contains("truncated") || text.contains("premature") || text.contains("corrupt"))
                && !text.contains("extraneous");
    }

    private static Problem damaged(String name, Throwable cause) {
        return Problem.input(Texts.of("image.file.error.damaged", name), cause);
    }
}
