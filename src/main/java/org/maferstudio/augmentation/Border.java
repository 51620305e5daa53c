package org.maferstudio.augmentation;

/** What lies beyond the border of a picture that is moved or bent. */
public enum Border {
    /** The pixels of the border, again and again. */
    REPEAT {
        @Override
        int back(int place, Edge edge) {
            return Math.max(edge.low, Math.min(edge.high, place));
        }
    },
    /** The picture in a mirror, the pixels of the border once. */
    MIRROR {
        @Override
        int back(int place, Edge edge) {
            int span = edge.high - edge.low;
            if (span == 0) {
                return edge.low;
            }
            // There and back is two spans.
            int beyond = (int) (Math.abs((long) place - edge.low) % (2L * span));
            return edge.low + Math.min(beyond, 2 * span - beyond);
        }
    },
    /** Black; the pixels of the border fade into it over the width of a pixel. */
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
     * Where a picture ends along one axis; all places in the same unit, such as a 256th of a pixel.
     *
     * @param low the centre of its first pixel
     * @param high the centre of its last pixel
     * @param pixel how wide its pixels are
     */
    record Edge(int low, int high, float pixel) {
        /** The same edge so much further. */
        Edge shifted(int by) {
            return new Edge(low + by, high + by, pixel);
        }

        /** Whether a place lies within. */
        boolean holds(int place) {
            return place >= low && place <= high;
        }
    }

    /** The place whose value is seen at a place beyond the edge. */
    abstract int back(int place, Edge edge);

    /** What share of that value is seen there. */
    float share(int place, Edge edge) {
        return 1;
    }
}
