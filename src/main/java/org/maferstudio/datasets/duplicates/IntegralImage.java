package org.maferstudio.datasets.duplicates;

/**
 * Sums of grey values over any rectangle of an image, also between pixels, in constant time (a summed-area table, Crow
 * 1984). Interpolating the table bilinearly gives the exact sum, as the image is constant within a pixel.
 */
final class IntegralImage {
    private final int width;
    private final int height;
    private final double[] sums;

    /**
     * The table of an image.
     *
     * @param values {@code (H, W)}, row by row, unsigned
     */
    IntegralImage(int width, int height, byte[] values) {
        this.width = width;
        this.height = height;
        this.sums = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += values[y * width + x] & 0xff;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
    }

    /**
     * The mean grey value of each cell of a window, 0 to 255, row by row.
     *
     * @param cells the window is divided into so many rows and columns
     */
    float[] means(ImageWindow window, int cells) {
        int edges = cells + 1;
        double[] corners = new double[edges * edges];
        for (int row = 0; row < edges; row++) {
            double y = (window.y() + window.size() * row / cells) * height;
            int top = Math.min((int) y, height - 1);
            double below = y - top;
            for (int column = 0; column < edges; column++) {
                double x = (window.x() + window.size() * column / cells) * width;
                int left = Math.min((int) x, width - 1);
                double beside = x - left;
                int at = top * (width + 1) + left;
                double upper = sums[at] + beside * (sums[at + 1] - sums[at]);
                double lower = sums[at + width + 1] + beside * (sums[at + width + 2] - sums[at + width + 1]);
                corners[row * edges + column] = upper + below * (lower - upper);
            }
        }
        double area = window.size() * window.size() * width * height / (cells * (double) cells);
        float[] means = new float[cells * cells];
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                int at = row * edges + column;
                means[row * cells + column] = (float)
                        ((corners[at + edges + 1] - corners[at + edges] - corners[at + 1] + corners[at]) / area);
            }
        }
        return means;
    }
}
