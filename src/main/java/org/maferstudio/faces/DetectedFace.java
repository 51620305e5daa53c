package org.maferstudio.faces;

import java.util.Optional;

/**
 * A face that was detected in a frame.
 *
 * @param bounds its position
 * @param score how sure the detector is, 0 to 1
 * @param points of the face; empty if the source provided its position only
 */
public record DetectedFace(FaceBounds bounds, double score, Optional<FacePoints> points) {
    /** A face whose position is known without detection. */
    public static DetectedFace known(FaceBounds bounds) {
        return new DetectedFace(bounds, 1, Optional.empty());
    }

    /** Moves the box and the points by a share of the way to another detection's; the score is the other's. */
    DetectedFace towards(DetectedFace other, double share) {
        Optional<FacePoints> moved = points.isPresent() && other.points.isPresent()
                ? Optional.of(points.get().towards(other.points.get(), share))
                : other.points;
        return new DetectedFace(bounds.towards(other.bounds, share), other.score, moved);
    }
}
