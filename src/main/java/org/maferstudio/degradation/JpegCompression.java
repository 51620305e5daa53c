package org.maferstudio.degradation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.maferstudio.image.BufferedImages;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.w3c.dom.NodeList;

/** Compresses an image as JPEG with libjpeg's quantisation tables, as Pillow does, and decodes it. */
final class JpegCompression {
    private static final int LARGEST_DIVISOR = 255;

    private JpegCompression() {}

    /**
     * An image after compression.
     *
     * @param quality 1 to 100
     */
    static RasterImage apply(RasterImage image, int quality) {
        try {
            return ImageFile.decode(encoded(image, quality), "jpeg");
        } catch (IOException e) {
            // Everything is in memory.
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(RasterImage image, int quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            IIOImage whole = new IIOImage(BufferedImages.of(image), null, null);
            whole.setMetadata(
                    metadata(writer, ImageTypeSpecifier.createFromRenderedImage(whole.getRenderedImage()), quality));
            writer.write(whole);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** ImageIO's own scale of quality rounds tables differently, so they are set. */
    private static IIOMetadata metadata(ImageWriter writer, ImageTypeSpecifier type, int quality)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        NodeList tables = root.getElementsByTagName("dqtable");
        for (int i = 0; i < tables.getLength(); i++) {
            IIOMetadataNode table = (IIOMetadataNode) tables.item(i);
            boolean luminance = table.getAttribute("qtableId").equals("0");
            table.setUserObject(scaled(luminance ? JPEGQTable.K1Luminance : JPEGQTable.K2Chrominance, quality));
        }
        metadata.setFromTree(format, root);
        return metadata;
    }

    /** As libjpeg's {@code jpeg_set_quality}, for the baseline of JPEG. */
    private static JPEGQTable scaled(JPEGQTable table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] divisors = table.getTable();
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = Math.max(1, Math.min(LARGEST_DIVISOR, (divisors[i] * percent + 50) / 100));
        }
        return new JPEGQTable(divisors);
    }
}
