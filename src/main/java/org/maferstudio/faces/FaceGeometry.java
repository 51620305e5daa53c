package org.maferstudio.faces;

import java.util.List;
import java.util.Optional;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;

/**
 * Which part of an image is the crop of a face.
 *
 * <p>Margins refer to the square that OpenCV's cascade {@code haarcascade_frontalface_alt2} puts around a face,
 * as those of version 0.1.0 did. The detector's boxes are converted to it: its side is taken as 1.08
 * times the box's height (1.03 on 732 faces in photographs, 1.13 on FER2013's images in scenes), and its centre as 0.05
 * heights above the box's (on both).
 *
 * @param alignment how the face is turned, and moved and scaled
 * @param margin added to each side of the square, as a share of its side
 * @param aspect width over height
 */
public record FaceGeometry(Alignment alignment, double margin, double aspect) {
    /** The margin of crops for datasets: that of FER2013's images. */
    public static final double CROPPED_MARGIN = 0.02;

    private static final double SIDE = 1.08;
    private static final double RAISED = 0.05;
    /** Right eye, left eye, tip of the nose, middle of the mouth's corners in ArcFace's template. */
    static final List<FacePoint> TEMPLATE = List.of(
            new FacePoint(38.2946 / 112, 51.6963 / 112),
            new FacePoint(73.5318 / 112, 51.5014 / 112),
            new FacePoint(56.0252 / 112, 71.7366 / 112),
            new FacePoint((41.5493 + 70.7299) / 2 / 112, (92.3655 + 92.2041) / 2 / 112));
    /** Points that lie closer together than this, in pixels of the square's side, are no face. */
    private static final double SMALLEST = 2;

    /** As a network's input contract specifies. */
    public static FaceGeometry of(InputContract contract) {
        return new FaceGeometry(contract.alignment(), contract.faceMargin(), contract.faceAspect());
    }

    /** The same margin and aspect with another alignment. */
    public FaceGeometry with(Alignment other) {
        return new FaceGeometry(other, margin, aspect);
    }

    /** The square around a face that margins refer to; the face's own position if it was not detected. */
    public static FaceBounds square(DetectedFace face) {
        FaceBounds box = face.bounds();
        if (face.points().isEmpty()) {
            return box;
        }
        double side = SIDE * box.height();
        FacePoint centre = centre(face);
        return new FaceBounds(centre.x() - side / 2, centre.y() - side / 2, side, side);
    }

    private static FacePoint centre(DetectedFace face) {
        FaceBounds box = face.bounds();
        double tilt = Math.toRadians(face.points().map(FacePoints::tilt).orElse(0.0));
        double up = face.points().isEmpty() ? 0 : RAISED * box.height();
        return new FacePoint(box.centreX() + up * Math.sin(tilt), box.centreY() - up * Math.cos(tilt));
    }

    /** The map from the unit square, without margin, to the image; a face without points is not aligned. */
    Similarity map(DetectedFace face) {
        FaceBounds square = square(face);
        FacePoint centre = new FacePoint(square.centreX(), square.centreY());
        Similarity upright = Similarity.ofSquare(centre, square.height(), 0);
        Optional<FacePoints> points = face.points();
        if (points.isEmpty()) {
            return upright;
        }
        FacePoints at = points.get();
        Similarity aligned =
                switch (alignment) {
                    case NONE -> upright;
                    case EYES -> Similarity.ofSquare(centre, square.height(), at.tilt());
                    case FIVE_POINT ->
                        Similarity.fit(TEMPLATE, List.of(at.rightEye(), at.leftEye(), at.nose(), at.mouth()));
                };
        return aligned.scale() < SMALLEST ? upright : aligned;
    }
}
