package org.maferstudio.datasets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.maferstudio.datasets.duplicates.Thumbnail;
import org.maferstudio.image.Picture;

/** What the doctor remembers of a picture: enough to find it again, alike or exactly, without its pixels. */
final class PicturePrint {
    private final String size;
    private final long pixels;
    private final int shorterSide;
    private final String exact;
    private final Thumbnail thumbnail;
    private final long[] sums;

    private PicturePrint(Picture picture, Picture grey) {
        this.size = picture.toString();
        this.pixels = picture.width() * (long) picture.height();
        this.shorterSide = picture.shorterSide();
        this.exact = sha256(picture);
        this.thumbnail = Thumbnail.of(grey);
        this.sums = sums(picture, grey);
    }

    /** Takes the print of a picture. */
    static PicturePrint of(Picture picture) {
        return new PicturePrint(picture, picture.toGrey());
    }

    /** The size for people, such as {@code 48x48 grey}. */
    String size() {
        return size;
    }

    /** How many pixels it has. */
    long pixels() {
        return pixels;
    }

    /** The shorter side, in pixels. */
    int shorterSide() {
        return shorterSide;
    }

    /** SHA-256 of size and pixels, in hex. */
    String exact() {
        return exact;
    }

    /** What the search for near duplicates compares. */
    Thumbnail thumbnail() {
        return thumbnail;
    }

    /** The sum of the values of a channel over all pixels: 0 red, 1 green, 2 blue, 3 grey. */
    long sum(int channel) {
        return sums[channel];
    }

    /** Whether nothing can be seen in the picture. */
    boolean isBlank() {
        return thumbnail.isBlank();
    }

    /** SHA-256 of a picture's size and pixels, in hex. */
    static String sha256(Picture picture) {
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

    private static long[] sums(Picture picture, Picture grey) {
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
