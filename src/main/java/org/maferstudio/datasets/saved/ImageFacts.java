package org.maferstudio.datasets.saved;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.maferstudio.files.Sha256;
import org.maferstudio.image.RasterImage;

/** What identifies and describes a decoded image: its size, the hash of its pixels, and their sums. */
public final class ImageFacts {
    /** The channels that are summed: red, green, blue, grey. */
    static final int SUMS = 4;

    /** The bytes of a hash. */
    static final int HASH = 32;

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] hash;
    private final long[] sums;

    ImageFacts(int width, int height, int channels, byte[] hash, long[] sums) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.hash = hash;
        this.sums = sums;
    }

    /** Measures an image. */
    public static ImageFacts of(RasterImage image) {
        return new ImageFacts(image.width(), image.height(), image.channels(), sha256(image), sums(image));
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** 1 for grey, 3 for RGB. */
    public int channels() {
        return channels;
    }

    /** The size for display, such as {@code 48x48 grey}; the same in every language. */
    public String size() {
        return RasterImage.size(width, height, channels);
    }

    /** The number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /** The bytes of its values. */
    public long bytes() {
        return pixels() * channels;
    }

    /** SHA-256 of size and pixels, in hex. */
    public String exact() {
        return HexFormat.of().formatHex(hash);
    }

    /** The sum of the values of a channel over all pixels: 0 red, 1 green, 2 blue, 3 grey. */
    public long sum(int channel) {
        return sums[channel];
    }

    /** SHA-256 of size and pixels. Not a copy; do not modify. */
    byte[] hash() {
        return hash;
    }

    /** Whether an image is the one that was measured. */
    boolean describes(RasterImage image) {
        return image.width() == width
                && image.height() == height
                && image.channels() == channels
                && Arrays.equals(sha256(image), hash);
    }

    private static byte[] sha256(RasterImage image) {
        byte[] size = ByteBuffer.allocate(12)
                .putInt(image.width())
                .putInt(image.height())
                .putInt(image.channels())
                .array();
        return new Sha256().add(size).add(image.values()).bytes();
    }

    private static long[] sums(RasterImage image) {
        long[] sums = new long[SUMS];
        byte[] values = image.values();
        for (int i = 0; i < values.length; i++) {
            sums[image.channels() == 1 ? 0 : i % 3] += values[i] & 0xff;
        }
        if (image.channels() == 1) {
            Arrays.fill(sums, sums[0]);
            return sums;
        }
        for (byte value : image.toGrey().values()) {
            sums[3] += value & 0xff;
        }
        return sums;
    }
}
