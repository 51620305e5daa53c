package org.maferstudio.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Accuracy as a function of coverage: the share of samples that are kept, most confident first.
 *
 * @param points in order of decreasing threshold; samples with the same confidence share a point
 * @param area the mean error over all coverages (area under the risk-coverage curve), 0 to 1; NaN without samples
 * @see <a href="https://arxiv.org/abs/1705.08500">Geifman and El-Yaniv 2017</a>
 */
public record Coverage(List<Point> points, double area) {
    /**
     * The result if all samples below a confidence are rejected.
     *
     * @param threshold the smallest accepted confidence, 0 to 1
     * @param answered number of accepted samples
     * @param coverage their share, above 0 and at most 1
     * @param accuracy of these samples, 0 to 1
     */
    public record Point(double threshold, int answered, double coverage, double accuracy) {}

    public Coverage {
        points = List.copyOf(points);
    }

    /** Computes the coverage curve of predictions with probabilities. */
    public static Coverage of(Predictions predictions) {
        if (!predictions.hasProbabilities() && !predictions.rows().isEmpty()) {
            throw new IllegalArgumentException("predictions without probabilities have no order of confidence");
        }
        List<Prediction> sorted = predictions.rows().stream()
                .sorted(Comparator.comparing(Prediction::confidence).reversed())
                .toList();
        int all = sorted.size();
        List<Point> points = new ArrayList<>();
        int correct = 0;
        int before = 0;
        double errors = 0;
        for (int i = 0; i < all; i++) {
            correct += sorted.get(i).correct() ? 1 : 0;
            int answered = i + 1;
            float confidence = sorted.get(i).confidence();
            if (answered == all || sorted.get(answered).confidence() < confidence) {
                double accuracy = (double) correct / answered;
                points.add(new Point(confidence, answered, (double) answered / all, accuracy));
                errors += (answered - before) * (1 - accuracy);
                before = answered;
            }
        }
        return new Coverage(points, errors / all);
    }

    /**
     * The point with the highest threshold whose coverage is at least a share.
     *
     * @param share above 0 and at most 1
     * @throws IllegalArgumentException if the share is out of range, or there are no samples
     */
    public Point at(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a coverage is above 0 and at most 1, got " + share);
        }
        return points.stream()
                .filter(point -> point.coverage() >= share)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no sample"));
    }
}
