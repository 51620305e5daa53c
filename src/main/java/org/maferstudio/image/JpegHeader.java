package org.maferstudio.image;

/**
 * Markers of a JPEG file, read before decoding.
 *
 * @param components 1 for grey, 3 for YCbCr or RGB, 4 for CMYK or YCCK; 0 if no frame header was found
 * @param isYcck whether Adobe's marker declares four components as YCCK
 * @param exif the offset of EXIF's TIFF header, or -1
 */
record JpegHeader(int components, boolean isYcck, int exif) {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int YCCK = 2;

    /** Reads the markers before the first scan; stops at the end of a truncated or damaged file. */
    static JpegHeader of(byte[] bytes) {
        int components = 0;
        boolean ycck = false;
        int exif = -1;
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || marker < 2 || (marker >= 0xd0 && marker <= 0xd8)) {
                // Entropy-coded data, and markers without a length.
                at++;
                continue;
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int data = at + 4;
            int length = u16(bytes, at + 2);
            if (isFrame(marker) && data + 6 <= bytes.length && components == 0) {
                components = bytes[data + 5] & 0xff;
            } else if (marker == START_OF_SCAN) {
                break;
            } else if (marker == APP1 && exif < 0 && starts(bytes, data, "Exif\0\0")) {
                exif = data + 6;
            } else if (marker == APP14 && starts(bytes, data, "Adobe") && data + 11 < bytes.length) {
                ycck = bytes[data + 11] == YCCK;
            }
            at += 2 + Math.max(2, length);
        }
        return new JpegHeader(components, ycck, exif);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static boolean starts(byte[] bytes, int at, String text) {
        if (at + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
