package org.maferstudio.faces;

/**
 * A point of a face in a frame; it may lie beyond the frame.
 *
 * @param x in pixels from the left edge
 * @param y in pixels from the upper edge
 */
public record FacePoint(double x, double y) {
    public FacePoint {
        if (!Double.isFinite(x + y)) {
            throw new IllegalArgumentException("a point has a place, got " + x + "," + y);
        }
    }

    /** Interpolates between this point and another: 0 is this one, 1 the other. */
    FacePoint towards(FacePoint other, double share) {
        return new FacePoint(x + share * (other.x - x), y + share * (other.y - y));
    }
}
