package org.maferstudio.augmentation;

import org.maferstudio.recipe.Border;

/**
 * The ends of an image along one axis, in any unit, such as a 256th of a pixel.
 *
 * @param low the centre of its first pixel
 * @param high the centre of its last pixel
 * @param pixel the width of a pixel
 */
record Edge(int low, int high, float pixel) {
    /** Returns the edge moved by a distance. */
    Edge shifted(int by) {
        return new Edge(low + by, high + by, pixel);
    }

    /** Whether a coordinate is inside the image. */
    boolean holds(int place) {
        return place >= low && place <= high;
    }

    /** The coordinate whose value is used for a coordinate beyond the edge. */
    int inside(int place, Border border) {
        int span = high - low;
        if (border != Border.MIRROR) {
            return Math.max(low, Math.min(high, place));
        }
        if (span == 0) {
            return low;
        }
        // There and back is two spans.
        int beyond = (int) (Math.abs((long) place - low) % (2L * span));
        return low + Math.min(beyond, 2 * span - beyond);
    }

    /** The weight of that value. */
    float share(int place, Border border) {
        return border == Border.BLACK ? Math.max(0, 1 - Math.max((long) low - place, (long) place - high) / pixel) : 1;
    }
}
