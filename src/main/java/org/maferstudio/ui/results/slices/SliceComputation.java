package org.maferstudio.ui.results.slices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.SampleColumns;
import org.maferstudio.slices.SliceDifference;
import org.maferstudio.slices.SlicedResults;
import org.maferstudio.ui.results.selection.ExperimentResults;

/**
 * The slices of a column, and how another network differs on them.
 *
 * @param results of the first network, at every resolution
 * @param resolution of the table
 * @param differences by value; empty without another network
 * @param problem why there are no differences; empty for no error
 */
record SliceComputation(
        SlicedResults results, Resolution resolution, Map<String, SliceDifference> differences, String problem) {
    /**
     * What is computed.
     *
     * @param of the first network
     * @param other compared with it; empty for none
     * @param known what was computed for the same column and network; empty for nothing
     */
    record Request(
            String column,
            SampleColumns columns,
            ExperimentResults of,
            Optional<ExperimentResults> other,
            Resolution resolution,
            Optional<SlicedResults> known) {}

    static SliceComputation of(Request request) {
        SlicedResults results = request.known()
                .orElseGet(() -> SlicedResults.of(
                        request.column(), request.columns(), request.of().predictions()));
        Optional<Predictions> a = request.of().at(request.resolution());
        Optional<Predictions> b = request.other().flatMap(each -> each.at(request.resolution()));
        if (a.isEmpty() || b.isEmpty()) {
            return new SliceComputation(results, request.resolution(), Map.of(), "");
        }
        try {
            Map<String, SliceDifference> differences =
                    SliceDifference.of(request.column(), request.columns(), a.get(), b.get()).stream()
                            .collect(Collectors.toMap(SliceDifference::value, Function.identity()));
            return new SliceComputation(results, request.resolution(), differences, "");
        } catch (Problem incomparable) {
            return new SliceComputation(results, request.resolution(), Map.of(), incomparable.getMessage());
        }
    }

    /** The rows of the table, worst first. */
    List<SliceRow> rows() {
        return results.worstFirst(resolution).stream()
                .map(slice -> new SliceRow(slice, resolution, Optional.ofNullable(differences.get(slice.value()))))
                .toList();
    }
}
