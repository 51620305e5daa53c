package org.maferstudio.datasets.duplicates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.maferstudio.image.BufferedImages;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/** What people do to a photograph before it is in a dataset a second time, on grey images of 48 x 48 pixels. */
final class Changes {
    static final int SIDE = 48;

    private Changes() {}

    /** The grey value of a pixel, 0 to 255. */
    @FunctionalInterface
    interface Grey {
        int at(int x, int y);
    }

    /** Every change by its name. */
    static Map<String, UnaryOperator<RasterImage>> all() {
        UnaryOperator<RasterImage> mirror = image -> mapped((x, y) -> image.value(SIDE - 1 - x, y, 0));
        UnaryOperator<RasterImage> crop =
                image -> Resampling.resize(part(image, 3, 3, 42), SIDE, SIDE, Kernel.BILINEAR);
        Map<String, UnaryOperator<RasterImage>> all = new LinkedHashMap<>();
        all.put("mirrored", mirror);
        all.put("cropped by 3 pixels", crop);
        all.put("mirrored and cropped", image -> crop.apply(mirror.apply(image)));
        all.put(
                "cropped at one corner",
                image -> Resampling.resize(part(image, 3, 3, 45), SIDE, SIDE, Kernel.BILINEAR));
        all.put("shifted", image -> mapped((x, y) -> image.value(Math.min(x + 3, SIDE - 1), Math.max(y - 2, 0), 0)));
        all.put("JPEG of quality 30", image -> jpeg(image, 0.3f));
        all.put("JPEG of quality 10", image -> jpeg(image, 0.1f));
        all.put("brighter", image -> mapped((x, y) -> bounded(image.value(x, y, 0) + 40)));
        all.put("darker", image -> mapped((x, y) -> bounded(image.value(x, y, 0) - 40)));
        all.put("of less contrast", image -> mapped((x, y) -> bounded(64 + image.value(x, y, 0) / 2.0)));
        all.put("noisy", image -> {
            Random random = new Random(5);
            return mapped((x, y) -> bounded(image.value(x, y, 0) + 8 * random.nextGaussian()));
        });
        all.put("downsampled", image -> Resampling.resize(image, 24, 24, Kernel.BILINEAR));
        all.put("larger", image -> Resampling.resize(image, 200, 200, Kernel.BICUBIC));
        return all;
    }

    private static int bounded(double value) {
        return (int) Math.max(0, Math.min(255, value));
    }

    /** The image of these values. */
    static RasterImage mapped(Grey grey) {
        byte[] values = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                values[y * SIDE + x] = (byte) grey.at(x, y);
            }
        }
        return new RasterImage(SIDE, SIDE, 1, values);
    }

    private static RasterImage part(RasterImage image, int left, int top, int side) {
        byte[] values = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                values[y * side + x] = (byte) image.value(left + x, top + y, 0);
            }
        }
        return new RasterImage(side, side, 1, values);
    }

    private static RasterImage jpeg(RasterImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(BufferedImages.of(image), null, null), param);
            out.flush();
            return ImageFile.decode(bytes.toByteArray(), "copy.jpg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
