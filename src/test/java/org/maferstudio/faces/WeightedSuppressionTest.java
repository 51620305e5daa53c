package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedSuppressionTest {
    private static DetectedFace face(double x, double score) {
        FacePoints points = FacePoints.of(IntStream.range(0, 6)
                .mapToObj(i -> new FacePoint(x + i, 10 * i))
                .toList());
        return new DetectedFace(new FaceBounds(x, 0, 100, 100), score, Optional.of(points));
    }

    /** By hand: (0.9 * 0 + 0.6 * 10) / 1.5 = 4. */
    @Test
    void candidatesOfOneFaceBecomeTheirMeanWeightedByScore() {
        List<DetectedFace> merged = WeightedSuppression.merge(List.of(face(10, 0.6), face(0, 0.9)));
        assertEquals(1, merged.size());
        assertEquals(4, merged.get(0).bounds().x(), 1e-9);
        assertEquals(100, merged.get(0).bounds().width(), 1e-9);
        assertEquals(0.9, merged.get(0).score());
        FacePoint second = merged.get(0).points().orElseThrow().leftEye();
        assertEquals(5, second.x(), 1e-9);
        assertEquals(10, second.y(), 1e-9);
    }

    @Test
    void facesThatOverlapLittleStayTwo() {
        // Intersection over union of 100 px squares that are 60 px apart: 40 / 160.
        List<DetectedFace> merged = WeightedSuppression.merge(List.of(face(0, 0.6), face(60, 0.9)));
        assertEquals(
                List.of(60.0, 0.0), merged.stream().map(one -> one.bounds().x()).toList());
    }

    @Test
    void aCandidateThatOverlapsAnotherButNotTheBestIsKept() {
        List<DetectedFace> merged = WeightedSuppression.merge(List.of(face(0, 0.9), face(50, 0.8), face(100, 0.7)));
        assertEquals(2, merged.size());
        assertEquals(100, merged.get(1).bounds().x(), 1e-9);
    }

    @Test
    void nothingBecomesNothing() {
        assertEquals(List.of(), WeightedSuppression.merge(List.of()));
    }
}
