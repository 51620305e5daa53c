package org.maferstudio.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Resampling kernels. All except {@link #OPENCV_LINEAR} match Pillow: their support widens when reducing, which
 * prevents aliasing.
 */
public enum Kernel {
    /** A triangle, support 1; used by the authors. */
    BILINEAR(1) {
        @Override
        double weight(double x) {
            return Math.max(0, 1 - Math.abs(x));
        }
    },
    /**
     * Keys' cubic with a = -0.5, support 2; it may overshoot at edges.
     *
     * <p>R. Keys, "Cubic convolution interpolation for digital image processing", IEEE TASSP 29 (1981).
     */
    BICUBIC(2) {
        @Override
        double weight(double x) {
            double a = -0.5;
            double d = Math.abs(x);
            if (d < 1) {
                return ((a + 2) * d - (a + 3)) * d * d + 1;
            }
            return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
        }
    },
    /** Lanczos' windowed sinc with three lobes, support 3; it may overshoot at edges. */
    LANCZOS(3) {
        @Override
        double weight(double x) {
            return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    },
    /** The mean of the covered pixels, support 0.5. */
    BOX(0.5) {
        @Override
        double weight(double x) {
            return x > -0.5 && x <= 0.5 ? 1 : 0;
        }
    },
    /** The nearest pixel; no smoothing. */
    NEAREST(0) {
        @Override
        double weight(double x) {
            throw new UnsupportedOperationException("the nearest pixel is chosen, not weighed");
        }
    },
    /** Interpolates between the four nearest pixels like OpenCV's INTER_LINEAR, without antialiasing. */
    OPENCV_LINEAR(1) {
        @Override
        double weight(double x) {
            throw new UnsupportedOperationException("OpenCV has weights of its own");
        }
    };

    private final double support;

    Kernel(double support) {
        this.support = support;
    }

    /** The name in files and on the command line, such as {@code bilinear} or {@code opencv-linear}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the kernel with a name, see {@link #id()}.
     *
     * @throws Problem if there is none
     */
    public static Kernel of(String id) {
        return Arrays.stream(values())
                .filter(kernel -> kernel.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "image.kernel.error.name",
                        id,
                        Arrays.stream(values()).map(Kernel::id).collect(Collectors.joining(", ")))));
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }

    /** The support of the kernel, in pixels of the smaller image. */
    double support() {
        return support;
    }

    /** The weight of a pixel at distance x from the centre, in pixels of the smaller image, before normalisation. */
    abstract double weight(double x);
}
