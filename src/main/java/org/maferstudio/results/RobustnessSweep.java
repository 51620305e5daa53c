package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.expression.LabelSet;

/**
 * The same network on the same split, whose images are degraded more and more.
 *
 * @param labels the classes
 * @param split the split
 * @param kind of the degradation
 * @param points unchanged images first, then from mild to harsh; at least one
 */
public record RobustnessSweep(LabelSet labels, String split, DegradationKind kind, List<Point> points) {
    /**
     * The results at one strength.
     *
     * @param degradation of the images; empty for unchanged ones
     * @param result the numbers; without effect if the predictions equal those of unchanged images
     */
    public record Point(Optional<Degradation> degradation, ResolutionSweep.Point result) {}

    public RobustnessSweep {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs at least one strength");
        }
    }

    /**
     * Combines predictions of one split.
     *
     * @param predictions by degradation; that of unchanged images is empty
     * @throws IllegalArgumentException if there are none for degraded images, some are of another kind, or classes or
     *     splits differ
     */
    public static RobustnessSweep of(DegradationKind kind, Map<Optional<Degradation>, Predictions> predictions) {
        Map<Degradation, Predictions> degraded = new TreeMap<>();
        predictions.forEach((degradation, each) -> degradation.ifPresent(known -> degraded.put(known, each)));
        if (degraded.isEmpty() || degraded.keySet().stream().anyMatch(each -> each.kind() != kind)) {
            throw new IllegalArgumentException(
                    "a sweep of " + kind.id() + " has nothing else, got " + degraded.keySet());
        }
        Optional<Predictions> unchanged = Optional.ofNullable(predictions.get(Optional.<Degradation>empty()));
        Predictions first = unchanged.orElse(degraded.values().iterator().next());
        List<Point> points = new ArrayList<>();
        unchanged.ifPresent(each -> points.add(new Point(Optional.empty(), ResolutionSweep.point(each, false))));
        degraded.forEach((degradation, each) -> {
            if (!each.labels().equals(first.labels()) || !each.split().equals(first.split())) {
                throw new IllegalArgumentException("a sweep has one split and one label set, got " + first.split() + " "
                        + first.labels().names() + " and " + each.split() + " "
                        + each.labels().names());
            }
            boolean none = unchanged.isPresent() && ResolutionSweep.areEqual(each.rows(), first.rows());
            points.add(new Point(Optional.of(degradation), ResolutionSweep.point(each, none)));
        });
        return new RobustnessSweep(first.labels(), first.split(), kind, points);
    }
}
