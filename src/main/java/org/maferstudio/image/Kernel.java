package org.maferstudio.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The resampling kernels. All but {@link #OPENCV_LINEAR} are as Pillow computes them: their support widens with the
 * reduction, so they antialias.
 */
public enum Kernel {
    /** A triangle, support 1; what the authors use. */
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
    /** Between the four nearest pixels, as OpenCV's INTER_LINEAR; it does not smooth, so a reduction aliases. */
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
     * The kernel of a name, see {@link #id()}.
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

    /** How far the kernel reaches either way, in pixels of the smaller image. */
    double support() {
        return support;
    }

    /** The weight of a pixel at the distance x from the centre, in pixels of the smaller image, before normalising. */
    abstract double weight(double x);
}
