package org.maferstudio.image;

/** Counts the scans of a JPEG image without decoding it. */
final class JpegScans {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;

    private JpegScans() {}

    /** The number of scans: 1 for a usual JPEG, about 10 for a progressive one, 0 for any other file. */
    static int of(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xff) != START_OF_IMAGE) {
            return 0;
        }
        int scans = 0;
        int at = 2;
        while (at + 3 < bytes.length) {
            int marker = bytes[at + 1] & 0xff;
            if ((bytes[at] & 0xff) != 0xff || !isMarker(marker)) {
                // Entropy-coded data, or stray bytes between segments.
                at++;
            } else if (marker == END_OF_IMAGE) {
                break;
            } else {
                scans += marker == START_OF_SCAN ? 1 : 0;
                // The length includes its own two bytes; a smaller one is damage, which the decoder reports.
                at += 2 + Math.max(2, ((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff));
            }
        }
        return scans;
    }

    /** Whether a byte after 0xFF begins a segment or ends the image; restart markers and fill bytes do not. */
    private static boolean isMarker(int marker) {
        return marker >= 0xc0 && marker < 0xff && (marker < 0xd0 || marker > 0xd7);
    }
}
