package org.maferstudio.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/**
 * The predictions of evaluated experiments, for figures and reports that need some of them several times: what is kept is
 * read once; all others are read one after the other, so that few are in memory.
 */
public final class KeptPredictions {
    /** One file of predictions. */
    private record Place(int index, Resolution resolution) {}

    private final EvaluatedExperiments evaluated;
    private final Set<Resolution> kept;
    private final Map<Place, Predictions> read = new HashMap<>();
    private final Map<Place, List<String>> skipped = new HashMap<>();
    private final Map<Integer, ResolutionSweep> sweeps = new HashMap<>();

    private KeptPredictions(EvaluatedExperiments evaluated, Set<Resolution> kept) {
        this.evaluated = evaluated;
        this.kept = kept;
    }

    /** Keeps what {@link #at} has read. */
    public static KeptPredictions of(EvaluatedExperiments evaluated) {
        return new KeptPredictions(evaluated, Set.of());
    }

    /** Keeps the highest and the lowest resolution that all experiments have as well, when sweeps are computed. */
    public static KeptPredictions ofEnds(EvaluatedExperiments evaluated) {
        return new KeptPredictions(evaluated, Set.copyOf(ends(evaluated)));
    }

    /** The experiments. */
    public EvaluatedExperiments evaluated() {
        return evaluated;
    }

    /** The highest and the lowest resolution that all experiments have, in this order; one if they are the same. */
    public List<Resolution> ends() {
        return ends(evaluated);
    }

    private static List<Resolution> ends(EvaluatedExperiments evaluated) {
        List<Resolution> common = evaluated.resolutions();
        return common.size() < 2 ? common : List.of(common.get(0), common.get(common.size() - 1));
    }

    /**
     * The predictions of one experiment, kept from now on.
     *
     * @throws Problem as {@link EvaluatedExperiments#predictions}
     */
    public Predictions at(int index, Resolution resolution) {
        return read.computeIfAbsent(new Place(index, resolution), this::read);
    }

    /**
     * The predictions of one experiment, for a caller that does not keep them.
     *
     * @throws Problem as {@link EvaluatedExperiments#predictions}
     */
    public Predictions passing(int index, Resolution resolution) {
        Place place = new Place(index, resolution);
        return kept.contains(resolution) || read.containsKey(place) ? at(index, resolution) : read(place);
    }

    private Predictions read(Place place) {
        PartiallyRead partially = evaluated.read(place.index(), place.resolution());
        skipped.put(place, partially.skippedRows());
        return partially.predictions();
    }

    /** As {@link EvaluatedExperiments#skippedRows()}, without reading again what was read. */
    public List<String> skippedRows() {
        return evaluated.skippedRows((index, resolution) -> {
            Place place = new Place(index, resolution);
            if (!skipped.containsKey(place)) {
                passing(index, resolution);
            }
            return skipped.get(place);
        });
    }

    /** Whether the sweep of an experiment was computed. */
    public boolean hasSweep(int index) {
        return sweeps.containsKey(index);
    }

    /**
     * The resolution sweep of one experiment, computed once.
     *
     * @throws Problem as {@link EvaluatedExperiments#sweep}
     */
    public ResolutionSweep sweep(int index) {
        return sweeps.computeIfAbsent(index, each -> evaluated.sweep(each, at -> passing(each, at)));
    }
}
