package org.maferstudio.augmentation;

/** What lies beyond the border of a picture that is moved or bent. */
public enum Border {
    /** The pixels of the border, again and again. */
    REPEAT {
        @Override
        boolean confine(float[] places, float[] shares, Edge edge) {
            for (int i = 0; i < places.length; i++) {
                if (places[i] < edge.low) {
                    places[i] = edge.low;
                } else if (places[i] > edge.high) {
                    places[i] = edge.high;
                }
            }
            return false;
        }
    },
    /** The picture in a mirror, the pixels of the border once. */
    MIRROR {
        @Override
        boolean confine(float[] places, float[] shares, Edge edge) {
            float span = edge.high - edge.low;
            for (int i = 0; i < places.length; i++) {
                if (places[i] < edge.low || places[i] > edge.high) {
                    // There and back is two spans; a picture of one pixel has none.
                    float beyond = span == 0 ? 0 : Math.abs(places[i] - edge.low) % (2 * span);
                    places[i] = edge.low + Math.min(beyond, 2 * span - beyond);
                }
            }
            return false;
        }
    },
    /** Black. */
    BLACK {
        @Override
        boolean confine(float[] places, float[] shares, Edge edge) {
            boolean any = false;
            for (int i = 0; i < places.length; i++) {
                if (places[i] < edge.low || places[i] > edge.high) {
                    float beyond = Math.max(edge.low - places[i], places[i] - edge.high) / edge.pixel;
                    shares[i] *= Math.max(0, 1 - beyond);
                    any = true;
                }
            }
            return any;
        }
    };

    /**
     * Where a picture ends along one axis, in pixels of the picture that it is sampled from.
     *
     * @param low the centre of its first pixel
     * @param high the centre of its last pixel
     * @param pixel how wide its pixels are
     */
    record Edge(float low, float high, float pixel) {}

    /**
     * Brings places beyond the edge back, or takes their share of brightness.
     *
     * @param shares what share of its value a place has, multiplied in
     * @return whether a share changed
     */
    abstract boolean confine(float[] places, float[] shares, Edge edge);
}
