package org.maferstudio.faces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maferstudio.image.RasterImage;

/**
 * Finds small faces in large images: the image is searched as a whole, and in overlapping square tiles, each level of
 * them half as large as the one before, until a tile's side is {@link #SMALLEST_TILE} pixels.
 *
 * <p>Of a face that is small in what was searched, the detector's box is up to a seventh too small and its points are
 * coarse. So the surroundings of such a face are searched once more, and the box and points found there count.
 */
public final class TiledDetector implements FaceDetector {
    /** The side of the smallest tiles, in pixels; the detector finds faces of a tenth of it. */
    static final int SMALLEST_TILE = 480;
    /** The share of a tile that its neighbour sees, too: at least as wide as the largest face that is left to tiles. */
    private static final double OVERLAP = 0.3;
    /** Maximum number of tiles of one image. */
    private static final int MOST_TILES = 400;
    /** Share of the longer side of what was searched below which a face is small. */
    private static final double SMALL = 0.15;
    /** Side of the surroundings that are searched again, in sides of the face. */
    private static final double AROUND = 4;
    /** Minimum overlap of both boxes of one face. */
    private static final double SAME = 0.3;

    private final FaceDetector detector;

    /** Owns the detector of the tiles. */
    public TiledDetector(FaceDetector detector) {
        this.detector = detector;
    }

    @Override
    public List<DetectedFace> detect(RasterImage image) {
        List<DetectedFace> faces = new ArrayList<>();
        for (DetectedFace face : detector.detect(image)) {
            faces.add(refined(face, image, Math.max(image.width(), image.height())));
        }
        int tiles = 0;
        double side = Math.max(image.width(), image.height()) / 2.0;
        while (side >= SMALLEST_TILE && tiles < MOST_TILES) {
            int tile = (int) Math.ceil(side);
            for (int top : starts(image.height(), tile)) {
                for (int left : starts(image.width(), tile)) {
                    tiles++;
                    add(faces, image, left, top, tile);
                }
            }
            side /= 2;
        }
        faces.sort(
                Comparator.comparingDouble((DetectedFace face) -> face.bounds().area())
                        .reversed());
        return faces;
    }

    /** Where tiles begin, in pixels, so that they cover a length evenly. */
    static List<Integer> starts(int length, int tile) {
        if (length <= tile) {
            return List.of(0);
        }
        int steps = (int) Math.ceil((length - tile) / (tile * (1 - OVERLAP)));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add((int) Math.round(i * (length - tile) / (double) steps));
        }
        return starts;
    }

    private void add(List<DetectedFace> faces, RasterImage image, int left, int top, int tile) {
        int width = Math.min(tile, image.width() - left);
        int height = Math.min(tile, image.height() - top);
        for (DetectedFace face : detector.detect(image.crop(left, top, width, height))) {
            FaceBounds box = face.bounds();
            // A face that is cut by an edge of the tile lies whole in a neighbour or in a larger tile.
            boolean cut = (left > 0 && box.x() < 0)
                    || (top > 0 && box.y() < 0)
                    || (left + width < image.width() && box.x() + box.width() > width)
                    || (top + height < image.height() && box.y() + box.height() > height);
            DetectedFace moved = moved(face, left, top);
            if (!cut && faces.stream().noneMatch(known -> isSame(known.bounds(), moved.bounds()))) {
                faces.add(refined(moved, image, Math.max(width, height)));
            }
        }
    }

    /** A small face as it is found in its surroundings; unchanged if it is large, or not found there. */
    private DetectedFace refined(DetectedFace face, RasterImage image, int searched) {
        FaceBounds box = face.bounds();
        if (box.height() >= SMALL * searched) {
            return face;
        }
        int side = (int) Math.ceil(AROUND * Math.max(box.width(), box.height()));
        int width = Math.min(side, image.width());
        int height = Math.min(side, image.height());
        int left = (int) Math.max(0, Math.min(image.width() - width, Math.round(box.centreX() - width / 2.0)));
        int top = (int) Math.max(0, Math.min(image.height() - height, Math.round(box.centreY() - height / 2.0)));
        return detector.detect(image.crop(left, top, width, height)).stream()
                .map(found -> moved(found, left, top))
                .filter(found -> found.bounds().overlap(box) > SAME)
                .max(Comparator.comparingDouble(found -> found.bounds().overlap(box)))
                .orElse(face);
    }

    /** Whether two boxes are of one face; one may hold a part of the other only. */
    private static boolean isSame(FaceBounds one, FaceBounds other) {
        return one.overlap(other) > WeightedSuppression.SAME || one.contains(other) || other.contains(one);
    }

    private static DetectedFace moved(DetectedFace face, int left, int top) {
        FaceBounds box = face.bounds();
        Optional<FacePoints> points = face.points()
                .map(there -> FacePoints.of(there.list().stream()
                        .map(point -> new FacePoint(point.x() + left, point.y() + top))
                        .toList()));
        return new DetectedFace(
                new FaceBounds(box.x() + left, box.y() + top, box.width(), box.height()), face.score(), points);
    }

    @Override
    public void close() {
        detector.close();
    }
}
