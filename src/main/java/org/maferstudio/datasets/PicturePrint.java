package org.maferstudio.datasets;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.maferstudio.image.Picture;

/** What the doctor remembers of a picture: enough to find it again, alike or exactly, without its pixels. */
final class PicturePrint {
    private static final int CELLS = 8;
    private static final int SIDE = 16;

    /** The standard deviation of the small grey values below which nothing can be seen in a picture. */
    private static final double BLANK = 2;

    private final String size;
    private final long pixels;
    private final int shorterSide;
    private final String exact;
    private final long outline;
    private final byte[] small;
    private final long[] sums;

    private PicturePrint(Picture picture, Picture grey) {
        this.size = picture.toString();
        this.pixels = picture.width() * (long) picture.height();
        this.shorterSide = picture.shorterSide();
        this.exact = sha256(picture);
        this.outline = outline(cells(grey, CELLS + 1, CELLS));
        this.small = stretched(cells(grey, SIDE, SIDE));
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

    /**
     * 64 bits that change little when a picture is compressed again, scaled or lit differently: whether each of 8 x 8
     * cells is darker than its right neighbour (the "difference hash").
     */
    long outline() {
        return outline;
    }

    /** The sum of the values of a channel over all pixels: 0 red, 1 green, 2 blue, 3 grey. */
    long sum(int channel) {
        return sums[channel];
    }

    /** Whether nothing can be seen in the picture. */
    boolean isBlank() {
        return small.length == 0;
    }

    /**
     * How alike two pictures look when small, whatever their brightness and contrast: the cosine between the steps from
     * each of 16 x 16 cells to its right and lower neighbour. Steps and not values, because all faces share their broad
     * light and shade.
     *
     * @return -1 to 1; 0 where one is blank
     */
    double likeness(PicturePrint other) {
        return likeness(other, 0);
    }

    /**
     * The same of the middle alone, half as wide and half as high: where the face is. In a whole picture, the edge
     * between head and background outvotes it.
     *
     * @return -1 to 1; 0 where one is blank
     */
    double likenessOfMiddle(PicturePrint other) {
        return likeness(other, SIDE / 4);
    }

    /** Leaves {@code border} cells at each side out, and the last row and column, from which no step leads on. */
    private double likeness(PicturePrint other, int border) {
        if (isBlank() || other.isBlank()) {
            return 0;
        }
        int end = Math.min(SIDE - border, SIDE - 1);
        long product = 0;
        long own = 0;
        long others = 0;
        for (int row = border; row < end; row++) {
            for (int i = row * SIDE + border; i < row * SIDE + end; i++) {
                int right = step(i, i + 1);
                int down = step(i, i + SIDE);
                int otherRight = other.step(i, i + 1);
                int otherDown = other.step(i, i + SIDE);
                product += right * otherRight + down * otherDown;
                own += right * right + down * down;
                others += otherRight * otherRight + otherDown * otherDown;
            }
        }
        return own == 0 || others == 0 ? 0 : product / Math.sqrt(own * (double) others);
    }

    private int step(int from, int to) {
        return (small[to] & 0xff) - (small[from] & 0xff);
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

    /** The mean grey of each cell of a grid, row by row, 0 to 255. */
    private static double[] cells(Picture grey, int columns, int rows) {
        double[] cells = new double[columns * rows];
        byte[] values = grey.values();
        for (int row = 0; row < rows; row++) {
            int top = row * grey.height() / rows;
            int bottom = Math.max(top + 1, (row + 1) * grey.height() / rows);
            for (int column = 0; column < columns; column++) {
                int left = column * grey.width() / columns;
                int right = Math.max(left + 1, (column + 1) * grey.width() / columns);
                long sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        sum += values[y * grey.width() + x] & 0xff;
                    }
                }
                cells[row * columns + column] = sum / (double) ((bottom - top) * (long) (right - left));
            }
        }
        return cells;
    }

    private static long outline(double[] cells) {
        long bits = 0;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                int cell = row * (CELLS + 1) + column;
                bits = bits << 1 | (cells[cell] < cells[cell + 1] ? 1 : 0);
            }
        }
        return bits;
    }

    /** The cells stretched to 0 to 255; nothing where they hardly differ. */
    private static byte[] stretched(double[] cells) {
        double mean = Arrays.stream(cells).average().orElseThrow();
        double variance = Arrays.stream(cells)
                .map(cell -> (cell - mean) * (cell - mean))
                .average()
                .orElseThrow();
        if (Math.sqrt(variance) < BLANK) {
            return new byte[0];
        }
        double low = Arrays.stream(cells).min().orElseThrow();
        double high = Arrays.stream(cells).max().orElseThrow();
        byte[] values = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[i] = (byte) Math.round((cells[i] - low) / (high - low) * 255);
        }
        return values;
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
