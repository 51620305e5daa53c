package org.maferstudio.results;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maferstudio.expression.LabelSet;

/**
 * The same network on the same split at several resolutions.
 *
 * @param labels the classes
 * @param split the split
 * @param points native first, then from many pixels to few; at least one
 */
public record ResolutionSweep(LabelSet labels, String split, List<Point> points) {
    /** Native first, then from many pixels to few. */
    public static final Comparator<String> ORDER =
            Comparator.comparingInt(ResolutionSweep::rank).thenComparing(Comparator.naturalOrder());

    /**
     * One resolution.
     *
     * @param resolution {@code native}, or a number of pixels
     * @param matrix what was called what
     * @param scores the numbers of the matrix
     */
    public record Point(String resolution, ConfusionMatrix matrix, Scores scores) {
        /** Whether the pictures are as they are. */
        public boolean isNative() {
            return resolution.equals(Predictions.NATIVE);
        }

        /** Pixels of the shorter side; throws where the resolution is native. */
        public int pixels() {
            return Integer.parseInt(resolution);
        }
    }

    public ResolutionSweep {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one resolution");
        }
    }

    /**
     * Puts predictions of one split at several resolutions in order.
     *
     * @throws IllegalArgumentException if classes or splits differ or a resolution stands twice
     */
    public static ResolutionSweep of(List<Predictions> predictions) {
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one resolution");
        }
        Predictions first = predictions.get(0);
        Set<String> seen = new HashSet<>();
        for (Predictions each : predictions) {
            if (!each.labels().equals(first.labels()) || !each.split().equals(first.split())) {
                throw new IllegalArgumentException("a sweep has one split and one label set, got " + first.split() + " "
                        + first.labels().names() + " and " + each.split() + " "
                        + each.labels().names());
            }
            if (!seen.add(each.resolution())) {
                throw new IllegalArgumentException("a resolution stands once in a sweep, got " + each.resolution());
            }
        }
        List<Point> points = predictions.stream()
                .sorted(Comparator.comparing(Predictions::resolution, ORDER))
                .map(each -> {
                    ConfusionMatrix matrix = ConfusionMatrix.of(each);
                    return new Point(each.resolution(), matrix, Scores.of(matrix));
                })
                .toList();
        return new ResolutionSweep(first.labels(), first.split(), points);
    }

    private static int rank(String resolution) {
        return resolution.equals(Predictions.NATIVE) ? Integer.MIN_VALUE : -Integer.parseInt(resolution);
    }
}
