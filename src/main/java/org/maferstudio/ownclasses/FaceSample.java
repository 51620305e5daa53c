package org.maferstudio.ownclasses;

import java.util.Optional;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FacePoint;
import org.maferstudio.faces.FacePoints;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.input.InputPacker;

/**
 * A face that was collected for a class: the part of the frame around it, so that any network can crop it with its own
 * margin.
 *
 * @param take the recording it belongs to, counted from 1: frames of one take follow each other
 * @param seconds when it was captured, by the source's clock
 * @param image the face with its surroundings, at most {@value #SIDE} pixels wide and high; or an image that is a face
 *     as a whole, of any size
 * @param face where the face is in the image; empty if the whole image is the face
 */
public record FaceSample(int take, double seconds, RasterImage image, Optional<DetectedFace> face) {
    /** Maximum width and height of the part of a frame, in pixels; the face in it has about 90. */
    public static final int SIDE = 176;

    /** The side of the part over the longer side of the face: room for margins, and for turning the face. */
    private static final double AROUND = 2;

    /** Cuts a face and its surroundings out of a frame. */
    public static FaceSample of(RasterImage frame, DetectedFace face, int take, double seconds) {
        FaceBounds box = face.bounds();
        double side = AROUND * Math.max(box.width(), box.height());
        int left = clamp(Math.floor(box.centreX() - side / 2), frame.width() - 1);
        int top = clamp(Math.floor(box.centreY() - side / 2), frame.height() - 1);
        int right = Math.max(left + 1, clamp(Math.ceil(box.centreX() + side / 2), frame.width()));
        int bottom = Math.max(top + 1, clamp(Math.ceil(box.centreY() + side / 2), frame.height()));
        RasterImage part = frame.crop(left, top, right - left, bottom - top);
        double factor = Math.min(1, (double) SIDE / Math.max(part.width(), part.height()));
        if (factor < 1) {
            part = Resampling.resize(
                    part,
                    Math.max(1, (int) Math.round(part.width() * factor)),
                    Math.max(1, (int) Math.round(part.height() * factor)),
                    Kernel.BILINEAR);
        }
        return new FaceSample(take, seconds, part, Optional.of(moved(face, left, top, factor)));
    }

    private static DetectedFace moved(DetectedFace face, int left, int top, double factor) {
        FaceBounds box = face.bounds();
        FaceBounds bounds = new FaceBounds(
                (box.x() - left) * factor, (box.y() - top) * factor, box.width() * factor, box.height() * factor);
        Optional<FacePoints> points = face.points()
                .map(all -> FacePoints.of(all.list().stream()
                        .map(point -> new FacePoint((point.x() - left) * factor, (point.y() - top) * factor))
                        .toList()));
        return new DetectedFace(bounds, face.score(), points);
    }

    /** A sample of an image that is a face as a whole, as in datasets of cropped faces. */
    public static FaceSample whole(RasterImage image, int take) {
        return new FaceSample(take, 0, image, Optional.empty());
    }

    /** The face as a network sees it at native resolution, before it is resized. */
    public RasterImage crop(InputPacker packer) {
        return face.map(there -> FaceCrop.cut(image, there, packer)).orElse(image);
    }

    /**
     * Whether this and another sample are near duplicates, because they were captured shortly after each other.
     *
     * @param within the time between them, in seconds
     */
    boolean isNear(FaceSample other, double within) {
        return take == other.take && Math.abs(seconds - other.seconds) < within;
    }

    private static int clamp(double place, int most) {
        return (int) Math.max(0, Math.min(most, place));
    }
}
