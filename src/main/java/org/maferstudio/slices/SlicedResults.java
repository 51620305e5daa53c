package org.maferstudio.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/**
 * The results of a network by the values of a column.
 *
 * @param column the column
 * @param whole the results on all samples
 * @param slices by value; the unknown one last
 */
public record SlicedResults(String column, ResolutionSweep whole, List<Slice> slices) {
    public SlicedResults {
        slices = List.copyOf(slices);
    }

    /**
     * Divides predictions of one split.
     *
     * @param predictions at least one resolution
     */
    public static SlicedResults of(String column, SampleColumns columns, List<Predictions> predictions) {
        Slicing slicing = slicing(column, columns, predictions.get(0));
        Map<String, List<Predictions>> parts = new HashMap<>();
        for (Predictions each : predictions) {
            each.rows().stream()
                    .collect(Collectors.groupingBy(row -> slicing.of(row.sample())))
                    .forEach((slice, rows) -> parts.computeIfAbsent(slice, any -> new ArrayList<>())
                            .add(new Predictions(
                                    each.labels(), each.split(), each.resolution(), rows, each.valueNames())));
        }
        List<String> order = new ArrayList<>(slicing.order());
        order.addAll(
                parts.keySet().stream().filter(slice -> !order.contains(slice)).toList());
        List<Slice> slices = order.stream()
                .filter(parts::containsKey)
                .map(slice -> slice(slice, slicing.title(slice), parts.get(slice)))
                .toList();
        return new SlicedResults(column, ResolutionSweep.of(predictions), slices);
    }

    private static Slice slice(String value, String title, List<Predictions> parts) {
        Set<String> samples = parts.stream()
                .flatMap(part -> part.rows().stream())
                .map(Prediction::sample)
                .collect(Collectors.toSet());
        return new Slice(value, title, samples, ResolutionSweep.of(parts));
    }

    /** How a column divides the samples of predictions. */
    static Slicing slicing(String column, SampleColumns columns, Predictions predictions) {
        Map<String, String> cells = columns.cells(column);
        return new Slicing(predictions.rows().stream()
                .filter(row -> cells.containsKey(row.sample()))
                .collect(Collectors.toMap(row -> row.sample(), row -> cells.get(row.sample()), (a, b) -> a)));
    }

    /**
     * The slices that were evaluated at a resolution, from the lowest accuracy to the highest; those with few samples
     * last.
     */
    public List<Slice> worstFirst(Resolution resolution) {
        return slices.stream()
                .filter(slice -> slice.isEvaluatedAt(resolution))
                .sorted(Comparator.comparing(Slice::isSmall).thenComparing(slice -> slice.accuracy(resolution)))
                .toList();
    }
}
