package org.maferstudio.image;

import java.util.Locale;

/** The resampling kernels, each as Pillow computes it: their support widens with the reduction, so they antialias. */
public enum Kernel {
    /** A triangle, support 1; what the authors use. */
    BILINEAR,
    /** Keys' cubic with a = -0.5, support 2. */
    BICUBIC,
    /** The mean of the covered pixels, support 0.5. */
    BOX,
    /** The nearest pixel; no smoothing. */
    NEAREST;

    /** The name in files and on the command line, such as {@code bilinear}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
