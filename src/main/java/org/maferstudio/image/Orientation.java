package org.maferstudio.image;

import java.nio.charset.StandardCharsets;

/**
 * The EXIF orientation of an image; {@link #NORMAL} if there is none.
 *
 * <p>The constants are in the order of EXIF's numbers 1 to 8.
 */
public enum Orientation {
    NORMAL,
    MIRRORED,
    ROTATED_180,
    MIRRORED_VERTICALLY,
    TRANSPOSED,
    ROTATED_90_CLOCKWISE,
    TRANSVERSED,
    ROTATED_90_COUNTERCLOCKWISE;

    private static final int TAG = 0x112;
    private static final int MOST_ENTRIES = 1000;

    /** Reads the orientation of an image file; normal if it has none or is damaged. */
    public static Orientation of(byte[] file) {
        int tiff = -1;
        if (starts(file, 0, "\u00ff\u00d8\u00ff")) {
            tiff = JpegHeader.of(file).exif();
        } else if (starts(file, 0, "\u0089PNG")) {
            tiff = chunk(file, 8, 4, "eXIf", true);
        } else if (starts(file, 0, "RIFF") && starts(file, 8, "WEBP")) {
            tiff = chunk(file, 12, 0, "EXIF", false);
            tiff = tiff >= 0 && starts(file, tiff, "Exif\0\0") ? tiff + 6 : tiff;
        } else if (starts(file, 0, "II*\0") || starts(file, 0, "MM\0*")) {
            tiff = 0;
        }
        int value = tiff < 0 ? 1 : value(file, tiff);
        return value >= 1 && value <= values().length ? values()[value - 1] : NORMAL;
    }

    /** Rotates the image to its upright orientation. */
    public RasterImage apply(RasterImage image) {
        if (this == NORMAL) {
            return image;
        }
        boolean turned =
                switch (this) {
                    case NORMAL, MIRRORED, ROTATED_180, MIRRORED_VERTICALLY -> false;
                    case TRANSPOSED, ROTATED_90_CLOCKWISE, TRANSVERSED, ROTATED_90_COUNTERCLOCKWISE -> true;
                };
        int width = turned ? image.height() : image.width();
        int height = turned ? image.width() : image.height();
        int channels = image.channels();
        byte[] from = image.values();
        byte[] to = new byte[from.length];
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sourceX =
                        switch (this) {
                            case NORMAL, MIRRORED_VERTICALLY -> x;
                            case MIRRORED, ROTATED_180 -> right - x;
                            case TRANSPOSED, ROTATED_90_CLOCKWISE -> y;
                            case TRANSVERSED, ROTATED_90_COUNTERCLOCKWISE -> right - y;
                        };
                int sourceY =
                        switch (this) {
                            case NORMAL, MIRRORED -> y;
                            case ROTATED_180, MIRRORED_VERTICALLY -> bottom - y;
                            case TRANSPOSED, ROTATED_90_COUNTERCLOCKWISE -> x;
                            case ROTATED_90_CLOCKWISE, TRANSVERSED -> bottom - x;
                        };
                System.arraycopy(
                        from, (sourceY * image.width() + sourceX) * channels, to, (y * width + x) * channels, channels);
            }
        }
        return new RasterImage(width, height, channels, to);
    }

    /**
     * Returns the offset of a chunk's data, or -1.
     *
     * @param nameAt 0 if a chunk begins with its name, 4 if it begins with its length
     * @param png whether lengths are big-endian and a checksum follows; otherwise RIFF
     */
    private static int chunk(byte[] file, int start, int nameAt, String name, boolean png) {
        long at = start;
        while (at + 8 <= file.length) {
            int place = (int) at;
            long length = u32(file, place + 4 - nameAt, png);
            if (starts(file, place + nameAt, name)) {
                return place + 8;
            }
            at += 8 + length + (png ? 4 : length & 1);
        }
        return -1;
    }

    /** The value of the tag in the first directory of a TIFF header; 1 if it is missing. */
    private static int value(byte[] file, int tiff) {
        if (tiff + 8 > file.length) {
            return 1;
        }
        boolean big = file[tiff] == 'M';
        long directory = tiff + u32(file, tiff + 4, big);
        if (directory + 2 > file.length) {
            return 1;
        }
        int entries = Math.min(MOST_ENTRIES, u16(file, (int) directory, big));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > file.length) {
                return 1;
            }
            if (u16(file, (int) entry, big) == TAG) {
                return u16(file, (int) entry + 8, big);
            }
        }
        return 1;
    }

    private static int u16(byte[] file, int at, boolean big) {
        int first = file[at] & 0xff;
        int second = file[at + 1] & 0xff;
        return big ? (first << 8) | second : (second << 8) | first;
    }

    private static long u32(byte[] file, int at, boolean big) {
        long first = u16(file, at, big);
        long second = u16(file, at + 2, big);
        return big ? (first << 16) | second : (second << 16) | first;
    }

    private static boolean starts(byte[] file, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        if (at + wanted.length > file.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
