package org.maferstudio.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/**
 * The same network on the same split at several resolutions.
 *
 * @param labels the classes
 * @param split the split
 * @param points native first, then from many pixels to few; at least one
 */
public record ResolutionSweep(LabelSet labels, String split, List<Point> points) {
    /**
     * The results at one resolution.
     *
     * @param resolution of the network's input images
     * @param matrix the confusion matrix; empty for {@link LabelSet#isMany many} classes
     * @param scores of the matrix
     * @param intervals of the scores
     * @param logLoss in nats; empty if the probabilities are not known
     * @param values of the values that are no classes, such as valence; empty without labels of them
     * @param noEffect whether the predictions equal those at native resolution, because the images are not larger than
     *     this resolution
     */
    public record Point(
            Resolution resolution,
            Optional<ConfusionMatrix> matrix,
            Scores scores,
            ScoreIntervals intervals,
            OptionalDouble logLoss,
            List<ValueScore> values,
            boolean noEffect) {
        public Point {
            values = List.copyOf(values);
        }

        /** Whether the images have their native resolution. */
        public boolean isNative() {
            return resolution.isNative();
        }

        /** Pixels of the shorter side; throws where the resolution is native. */
        public int pixels() {
            return resolution.pixels().orElseThrow();
        }
    }

    public ResolutionSweep {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one resolution");
        }
    }

    /**
     * Combines predictions of one split at several resolutions.
     *
     * @throws IllegalArgumentException if classes or splits differ or a resolution is repeated
     */
    public static ResolutionSweep of(List<Predictions> predictions) {
        List<Predictions> ordered = predictions.stream()
                .sorted(Comparator.comparing(Predictions::resolution))
                .toList();
        return of(ordered, Function.identity());
    }

    /**
     * Combines predictions that are read one after the other, so that only the first and one more are in memory.
     *
     * @param ordered what to read: native first, then from many pixels to few
     * @param read reads the predictions at one resolution
     * @throws IllegalArgumentException if classes or splits differ or a resolution is repeated
     */
    public static <T> ResolutionSweep of(List<T> ordered, Function<T, Predictions> read) {
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one resolution");
        }
        Predictions first = read.apply(ordered.get(0));
        List<Point> points = new ArrayList<>(List.of(point(first, first)));
        Set<Resolution> seen = new HashSet<>(Set.of(first.resolution()));
        for (T next : ordered.subList(1, ordered.size())) {
            Predictions each = read.apply(next);
            if (!each.labels().equals(first.labels()) || !each.split().equals(first.split())) {
                throw new IllegalArgumentException("a sweep has one split and one label set, got " + first.split() + " "
                        + first.labels().names() + " and " + each.split() + " "
                        + each.labels().names());
            }
            if (!seen.add(each.resolution())) {
                throw new IllegalArgumentException("a resolution stands once in a sweep, got " + each.resolution());
            }
            points.add(point(each, first));
        }
        return new ResolutionSweep(first.labels(), first.split(), points);
    }

    /** The numbers of predictions at a resolution, compared with those at native resolution. */
    private static Point point(Predictions predictions, Predictions first) {
        boolean nothing = !predictions.resolution().isNative()
                && first.resolution().isNative()
                && areEqual(predictions.rows(), first.rows());
        return point(predictions, nothing);
    }

    /** The numbers of predictions. */
    static Point point(Predictions predictions, boolean noEffect) {
        Optional<ConfusionMatrix> matrix =
                predictions.labels().isMany() ? Optional.empty() : Optional.of(ConfusionMatrix.of(predictions));
        return new Point(
                predictions.resolution(),
                matrix,
                Scores.of(predictions),
                ScoreIntervals.of(predictions),
                LogLoss.of(predictions),
                ValueScore.of(predictions),
                noEffect);
    }

    /** Whether the known probabilities are equal up to rounding. */
    static boolean areEqual(List<Prediction> some, List<Prediction> others) {
        if (some.size() != others.size() || some.isEmpty()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).predicted() != others.get(i).predicted()) {
                return false;
            }
            float[] a = some.get(i).probabilities();
            float[] b = others.get(i).probabilities();
            if (a.length != b.length) {
                return false;
            }
            for (int c = 0; c < a.length; c++) {
                if (Math.abs(a[c] - b[c]) > 1e-5f) {
                    return false;
                }
            }
        }
        return true;
    }
}
