package org.maferstudio.datasets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.maferstudio.datasets.duplicates.Thumbnail;
import org.maferstudio.image.RasterImage;

/** What the dataset check stores of an image: enough to find exact and near duplicates without its pixels. */
public final class ImageSummary {
    private final String size;
    private final long pixels;
    private final int shorterSide;
    private final String exact;
    private final Thumbnail thumbnail;
    private final long[] sums;

    private ImageSummary(RasterImage picture, RasterImage grey) {
        this.size = picture.toString();
        this.pixels = picture.width() * (long) picture.height();
        this.shorterSide = picture.shorterSide();
        this.exact = sha256(picture);
        this.thumbnail = Thumbnail.of(grey);
        this.sums = sums(picture, grey);
    }

    /** Summarises an image. */
    public static ImageSummary of(RasterImage picture) {
        return new ImageSummary(picture, picture.toGrey());
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
    static String sha256(RasterImage picture) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(12)
                    .putInt(picture.width())
                    .putInt(picture.height())
                    .putInt(picture.channels())
                    .flip());
            return HexFormat.of().formatHex(digest.digest(picture.values()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long[] sums(RasterImage picture, RasterImage grey) {
        long[] sums = new long[4];
        byte[] values = picture.values();
        for (int i = 0; i < values.length; i++) {
            sums[picture.channels() == 1 ? 0 : i % 3] += values[i] & 0xff;
        }
        for (byte value : grey.values()) {
            sums[3] += value & 0xff;
        }
        if (picture.channels() == 1) {
            sums[1] = sums[0];
            sums[2] = sums[0];
        }
        return sums;
    }
}
