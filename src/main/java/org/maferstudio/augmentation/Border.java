package org.maferstudio.augmentation;

/** The values beyond the border of an image after geometric transforms. */
public enum Border {
    /** Repeats the border pixels. */
    REPEAT {
        @Override
        int back(int place, Edge edge) {
            return Math.max(edge.low, Math.min(edge.high, place));
        }
    },
    /** Mirrors the image without repeating the border pixels. */
    MIRROR {
        @Override
        int back(int place, Edge edge) {
            int span = edge.high - edge.low;
            if (span == 0) {
                return edge.low;
            }
            // The period is two spans.
            int beyond = (int) (Math.abs((long) place - edge.low) % (2L * span));
            return edge.low + Math.min(beyond, 2 * span - beyond);
        }
    },
    /** Black. Border pixels fade to black over the width of one pixel. */
    BLACK {
        @Override
        int back(int place, Edge edge) {
            return REPEAT.back(place, edge);
        }

        @Override
        float share(int place, Edge edge) {
            return Math.max(0, 1 - Math.max((long) edge.low - place, (long) place - edge.high) / edge.pixel);
        }
    };

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
    }

    /** The coordinate whose value is used for a coordinate beyond the edge. */
    abstract int back(int place, Edge edge);

    /** The weight of that value. */
    float share(int place, Edge edge) {
        return 1;
    }
}
