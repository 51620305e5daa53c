package org.maferstudio.image;

/**
 * Resizes like OpenCV's {@code INTER_LINEAR} on 8-bit values: rows with 11-bit weights, then columns, truncating bits
 * in the same places as OpenCV.
 */
final class OpenCvLinear {
    private static final int ONE = 1 << 11;

    /** Bits that are truncated before the columns are weighted, and after, together with the 16 bits of the weights. */
    private static final int CUT = 4;

    private OpenCvLinear() {}

    /**
     * For each pixel of the resized line: the two neighbouring pixels of the line, and their weights, which add
     * up to 1 in fixed point.
     */
    private static final class Line {
        private final int[] first;
        private final int[] second;
        private final int[] firstWeight;
        private final int[] secondWeight;

        Line(int from, int to) {
            first = new int[to];
            second = new int[to];
            firstWeight = new int[to];
            secondWeight = new int[to];
            // Two reciprocals and a float, as in OpenCV.
            double scale = 1 / ((double) to / from);
            for (int i = 0; i < to; i++) {
                float place = (float) ((i + 0.5) * scale - 0.5);
                int left = (int) Math.floor(place);
                float share = place - left;
                first[i] = Math.max(0, Math.min(from - 1, left));
                second[i] = Math.max(0, Math.min(from - 1, left + 1));
                firstWeight[i] = (int) Math.rint((1f - share) * ONE);
                secondWeight[i] = (int) Math.rint(share * ONE);
            }
        }
    }

    static RasterImage resize(RasterImage image, int width, int height) {
        Line columns = new Line(image.width(), width);
        Line rows = new Line(image.height(), height);
        int channels = image.channels();
        byte[] values = new byte[width * height * channels];
        int[] upper = new int[width * channels];
        int[] lower = new int[width * channels];
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = 0; y < height; y++) {
            if (rows.first[y] == lowerRow) {
                int[] spare = upper;
                upper = lower;
                lower = spare;
                upperRow = lowerRow;
                lowerRow = -1;
            }
            if (rows.first[y] != upperRow) {
                upperRow = rows.first[y];
                along(image, upperRow, columns, upper);
            }
            if (rows.second[y] != lowerRow) {
                lowerRow = rows.second[y];
                along(image, lowerRow, columns, lower);
            }
            int to = y * width * channels;
            for (int i = 0; i < upper.length; i++) {
                int sum = ((rows.firstWeight[y] * (upper[i] >> CUT)) >> 16)
                        + ((rows.secondWeight[y] * (lower[i] >> CUT)) >> 16);
                values[to + i] = (byte) ((sum + 2) >> 2);
            }
        }
        return new RasterImage(width, height, channels, values);
    }

    /** One row at its new width, with 11 fractional bits. */
    private static void along(RasterImage image, int row, Line columns, int[] to) {
        int channels = image.channels();
        byte[] from = image.values();
        int start = row * image.width() * channels;
        for (int x = 0; x < columns.first.length; x++) {
            int first = start + columns.first[x] * channels;
            int second = start + columns.second[x] * channels;
            for (int c = 0; c < channels; c++) {
                to[x * channels + c] = (from[first + c] & 0xff) * columns.firstWeight[x]
                        + (from[second + c] & 0xff) * columns.secondWeight[x];
            }
        }
    }
}
