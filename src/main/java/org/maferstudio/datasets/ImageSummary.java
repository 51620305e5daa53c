package org.maferstudio.datasets;

import java.nio.ByteBuffer;
import org.maferstudio.datasets.duplicates.Thumbnail;
import org.maferstudio.files.Sha256;
import org.maferstudio.image.RasterImage;

/** What the dataset check stores of an image: enough to find exact and near duplicates without its pixels. */
public final class ImageSummary {
    private final String size;
    private final long pixels;
    private final int shorterSide;
    private final String exact;
    private final Thumbnail thumbnail;
    private final long[] sums;

    private ImageSummary(RasterImage image, RasterImage grey) {
        this.size = image.toString();
        this.pixels = image.width() * (long) image.height();
        this.shorterSide = image.shorterSide();
        this.exact = sha256(image);
        this.thumbnail = Thumbnail.of(grey);
        this.sums = sums(image, grey);
    }

    /** Summarises an image. */
    public static ImageSummary of(RasterImage image) {
        return new ImageSummary(image, image.toGrey());
    }

    /** The size for display, such as {@code 48x48 grey}. */
    public String size() {
        return size;
    }

    /** The number of pixels. */
    public long pixels() {
        return pixels;
    }

    /** The shorter side, in pixels. */
    public int shorterSide() {
        return shorterSide;
    }

    /** SHA-256 of size and pixels, in hex. */
    public String exact() {
        return exact;
    }

    /** The thumbnail compared by the search for near duplicates. */
    public Thumbnail thumbnail() {
        return thumbnail;
    }

    /** The sum of the values of a channel over all pixels: 0 red, 1 green, 2 blue, 3 grey. */
    public long sum(int channel) {
        return sums[channel];
    }

    /** Whether the image is blank. */
    public boolean isBlank() {
        return thumbnail.isBlank();
    }

    /** SHA-256 of an image's size and pixels, in hex. */
    static String sha256(RasterImage image) {
        byte[] size = ByteBuffer.allocate(12)
                .putInt(image.width())
                .putInt(image.height())
                .putInt(image.channels())
                .array();
        return new Sha256().add(size).add(image.values()).hex();
    }

    private static long[] sums(RasterImage image, RasterImage grey) {
        long[] sums = new long[4];
        byte[] values = image.values();
        for (int i = 0; i < values.length; i++) {
            sums[image.channels() == 1 ? 0 : i % 3] += values[i] & 0xff;
        }
        for (byte value : grey.values()) {
            sums[3] += value & 0xff;
        }
        if (image.channels() == 1) {
            sums[1] = sums[0];
            sums[2] = sums[0];
        }
        return sums;
    }
}
