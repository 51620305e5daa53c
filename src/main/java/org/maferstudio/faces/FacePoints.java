package org.maferstudio.faces;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Six points of a face, in MediaPipe's order. Right is the person's right, at the left of an image that is not mirrored.
 *
 * @param rightEye its centre
 * @param leftEye its centre
 * @param nose its tip
 * @param mouth its centre
 * @param rightEar where the ear meets the face
 * @param leftEar where the ear meets the face
 */
public record FacePoints(
        FacePoint rightEye, FacePoint leftEye, FacePoint nose, FacePoint mouth, FacePoint rightEar, FacePoint leftEar) {
    /** The names of the points in tables, in order. */
    public static final List<String> NAMES = List.of("right_eye", "left_eye", "nose", "mouth", "right_ear", "left_ear");

    /** Points in the order of {@link #NAMES}. */
    public static FacePoints of(List<FacePoint> points) {
        return new FacePoints(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4), points.get(5));
    }

    /** In the order of {@link #NAMES}. */
    public List<FacePoint> list() {
        return List.of(rightEye, leftEye, nose, mouth, rightEar, leftEar);
    }

    /** How far the line between the eyes is turned clockwise in the image, in degrees, -180 to 180. */
    public double tilt() {
        return Math.toDegrees(Math.atan2(leftEye.y() - rightEye.y(), leftEye.x() - rightEye.x()));
    }

    /** Interpolates between these points and others: 0 is these, 1 the others. */
    FacePoints towards(FacePoints other, double share) {
        List<FacePoint> from = list();
        List<FacePoint> to = other.list();
        return of(IntStream.range(0, from.size())
                .mapToObj(i -> from.get(i).towards(to.get(i), share))
                .toList());
    }
}
