package org.maferstudio.faces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Non-maximum suppression as in MediaPipe's face detection: candidates that overlap the best one become one face, whose
 * box and points are their means weighted by score, and whose score is the best one's.
 *
 * <p>V. Bazarevsky et al., "BlazeFace: sub-millisecond neural face detection on mobile GPUs", 2019, section 4.
 */
final class WeightedSuppression {
    /** Minimum overlap of candidates of the same face (intersection over union). */
    static final double SAME = 0.3;

    private WeightedSuppression() {}

    /** Merges candidates, all with points or all without; the best first. */
    static List<DetectedFace> merge(List<DetectedFace> candidates) {
        List<DetectedFace> left = new ArrayList<>(candidates);
        left.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
        List<DetectedFace> faces = new ArrayList<>();
        while (!left.isEmpty()) {
            DetectedFace best = left.remove(0);
            List<DetectedFace> same = new ArrayList<>(left);
            same.removeIf(face -> face.bounds().overlap(best.bounds()) <= SAME);
            left.removeAll(same);
            same.add(0, best);
            faces.add(mean(same));
        }
        return faces;
    }

    private static DetectedFace mean(List<DetectedFace> same) {
        FaceBounds bounds = new FaceBounds(
                mean(same, face -> face.bounds().x()),
                mean(same, face -> face.bounds().y()),
                mean(same, face -> face.bounds().width()),
                mean(same, face -> face.bounds().height()));
        Optional<FacePoints> points = same.get(0)
                .points()
                .map(first -> FacePoints.of(IntStream.range(0, FacePoints.NAMES.size())
                        .mapToObj(i -> new FacePoint(
                                mean(same, face -> face.points()
                                        .orElse(first)
                                        .list()
                                        .get(i)
                                        .x()),
                                mean(same, face -> face.points()
                                        .orElse(first)
                                        .list()
                                        .get(i)
                                        .y())))
                        .toList()));
        return new DetectedFace(bounds, same.get(0).score(), points);
    }

    private static double mean(List<DetectedFace> same, ToDoubleFunction<DetectedFace> value) {
        double sum = 0;
        double weight = 0;
        for (DetectedFace face : same) {
            sum += face.score() * value.applyAsDouble(face);
            weight += face.score();
        }
        return sum / weight;
    }
}
