package org.maferstudio.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Converts images to and from Java2D images without converting colour spaces. */
public final class BufferedImages {
    private static final int[] GREY = {0};
    private static final int[] RGB = {0, 1, 2};

    private BufferedImages() {}

    /** Wraps the values of an image without copying; the result may be drawn but not drawn on. */
    public static BufferedImage of(RasterImage image) {
        byte[] values = image.values();
        int channels = image.channels();
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(values, values.length),
                image.width(),
                image.height(),
                image.width() * channels,
                channels,
                channels == 1 ? GREY : RGB,
                null);
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel colours = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }

    /**
     * Converts a Java2D image: grey (including grey palettes) stays grey, everything else becomes RGB; alpha is
     * dropped. Takes over its pixels where they need no other memory, so the Java2D image must not be used afterwards.
     *
     * @param name of the image, for messages
     * @throws Problem if its colours are neither grey nor RGB, or are not integers of at most 16 bits
     */
    public static RasterImage read(BufferedImage image, String name) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return indexed(image, palette);
        }
        if (!(colours instanceof ComponentColorModel)) {
            return packed(image);
        }
        int type = colours.getColorSpace().getType();
        if (type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
            throw Problem.input(Texts.of("image.file.error.colours", name));
        }
        int channels = type == ColorSpace.TYPE_GRAY ? 1 : 3;
        Raster raster = image.getRaster();
        int transfer = raster.getTransferType();
        if (transfer != DataBuffer.TYPE_BYTE && transfer != DataBuffer.TYPE_USHORT) {
            throw Problem.input(Texts.of("image.file.error.depth", name));
        }
        byte[] values = isPlain(raster) ? bytes(raster, channels) : scaled(raster, channels);
        return new RasterImage(image.getWidth(), image.getHeight(), channels, values);
    }

    /** Whether the image has rows of interleaved bytes, the common case. */
    private static boolean isPlain(Raster raster) {
        return raster.getSampleModel() instanceof ComponentSampleModel
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getNumBanks() == 1
                && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0;
    }

    private static byte[] bytes(Raster raster, int channels) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBufferByte buffer = (DataBufferByte) raster.getDataBuffer();
        byte[] data = buffer.getData();
        int[] offsets = model.getBandOffsets();
        int width = raster.getWidth();
        int rowLength = width * channels;
        boolean dense = data.length == rowLength * raster.getHeight() && model.getPixelStride() == channels;
        // The pixels of a photograph take as long to reach as to convert, so they are not copied to fresh memory.
        byte[] values = dense ? data : new byte[rowLength * raster.getHeight()];
        for (int y = 0; y < raster.getHeight(); y++) {
            int from = buffer.getOffset() + y * model.getScanlineStride();
            if (channels == 3) {
                rgb(data, from, model, values, y * rowLength, width);
            } else {
                for (int x = 0; x < width; x++) {
                    values[y * width + x] = data[from + x * model.getPixelStride() + offsets[0]];
                }
            }
        }
        return values;
    }

    /** Copies the colours of a row, which may be the same memory; a method of its own, so that it is compiled well. */
    private static void rgb(byte[] data, int from, ComponentSampleModel model, byte[] values, int to, int width) {
        int step = model.getPixelStride();
        int[] offsets = model.getBandOffsets();
        int atRed = from + offsets[0];
        int atGreen = from + offsets[1];
        int atBlue = from + offsets[2];
        for (int x = 0; x < width; x++) {
            byte red = data[atRed + x * step];
            byte green = data[atGreen + x * step];
            byte blue = data[atBlue + x * step];
            values[to + 3 * x] = red;
            values[to + 3 * x + 1] = green;
            values[to + 3 * x + 2] = blue;
        }
    }

    private static byte[] scaled(Raster raster, int channels) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] most = new int[channels];
        for (int c = 0; c < channels; c++) {
            most[c] = (1 << raster.getSampleModel().getSampleSize(c)) - 1;
        }
        byte[] values = new byte[width * raster.getHeight() * channels];
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    values[to++] = (byte) ((row[x * bands + c] * 255L + most[c] / 2) / most[c]);
                }
            }
        }
        return values;
    }

    private static RasterImage indexed(BufferedImage image, IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        boolean grey = true;
        for (int colour : colours) {
            grey &= (colour >> 16 & 0xff) == (colour & 0xff) && (colour >> 8 & 0xff) == (colour & 0xff);
        }
        Raster raster = image.getRaster();
        int channels = grey ? 1 : 3;
        byte[] values = new byte[image.getWidth() * image.getHeight() * channels];
        int[] row = new int[image.getWidth()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int index : row) {
                to = put(values, to, colours[index], channels);
            }
        }
        return new RasterImage(image.getWidth(), image.getHeight(), channels, values);
    }

    private static RasterImage packed(BufferedImage image) {
        byte[] values = new byte[image.getWidth() * image.getHeight() * 3];
        int[] row = new int[image.getWidth()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int colour : row) {
                to = put(values, to, colour, 3);
            }
        }
        return new RasterImage(image.getWidth(), image.getHeight(), 3, values);
    }

    private static int put(byte[] values, int to, int colour, int channels) {
        if (channels == 3) {
            values[to] = (byte) (colour >> 16);
            values[to + 1] = (byte) (colour >> 8);
        }
        values[to + channels - 1] = (byte) colour;
        return to + channels;
    }
}
