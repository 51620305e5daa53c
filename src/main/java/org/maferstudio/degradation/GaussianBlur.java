package org.maferstudio.degradation;

import org.maferstudio.image.RasterImage;

/** Gaussian blur with the values of SciPy's {@code gaussian_filter} with mode {@code nearest}, rounded. */
final class GaussianBlur {
    /** SciPy cuts the kernel off after so many standard deviations. */
    private static final double TRUNCATE = 4;

    private GaussianBlur() {}

    /**
     * Blurs an image; pixels outside have the values of the border.
     *
     * @param sigma the standard deviation in pixels, positive
     */
    static RasterImage apply(RasterImage image, double sigma) {
        double[] kernel = kernel(sigma);
        int width = image.width();
        int height = image.height();
        int channels = image.channels();
        double[] values = new double[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.values()[i] & 0xff;
        }
        int row = width * channels;
        double[] columns = new double[values.length];
        for (int i = 0; i < row; i++) {
            blur(values, columns, new Line(i, row, height), kernel);
        }
        for (int y = 0; y < height; y++) {
            for (int c = 0; c < channels; c++) {
                blur(columns, values, new Line(y * row + c, channels, width), kernel);
            }
        }
        byte[] blurred = new byte[values.length];
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] = (byte) Math.rint(values[i]);
        }
        return new RasterImage(width, height, channels, blurred);
    }

    /** Values at a distance of {@code step} from one another. */
    private record Line(int first, int step, int length) {}

    private static void blur(double[] from, double[] to, Line line, double[] kernel) {
        int radius = kernel.length / 2;
        for (int i = 0; i < line.length(); i++) {
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                int at = Math.max(0, Math.min(line.length() - 1, i + k));
                sum += kernel[k + radius] * from[line.first() + at * line.step()];
            }
            to[line.first() + i * line.step()] = sum;
        }
    }

    private static double[] kernel(double sigma) {
        int radius = (int) (TRUNCATE * sigma + 0.5);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double x = i - radius;
            kernel[i] = Math.exp(-0.5 / (sigma * sigma) * x * x);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
