package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.RobustnessSweep;

/**
 * The robustness of experiments on a split, and how each later one differs from the first.
 *
 * @param networks one per experiment, in order
 * @param differences at the strengths that both networks have; unchanged images first, then from mild to harsh
 */
public record RobustnessComparison(List<Network> networks, List<Difference> differences) {
    /** The results of one experiment. */
    public record Network(String name, RobustnessSweep sweep) {}

    /**
     * The difference of two networks at one strength.
     *
     * @param degradation of the images; empty for unchanged ones
     * @param pair the first experiment and a later one; p-values are corrected for all differences by Holm's method
     */
    public record Difference(Optional<Degradation> degradation, Comparison pair) {}

    public RobustnessComparison {
        networks = List.copyOf(networks);
        differences = List.copyOf(differences);
    }

    /** The degradations with which an experiment was evaluated on a split, in order. */
    public static Set<Degradation> evaluated(Experiment experiment, String split) {
        return new TreeSet<>(new DegradedPredictions(experiment, Optional.empty())
                .files(split)
                .keySet());
    }

    /**
     * Reads the predictions of experiments for degraded images of one kind.
     *
     * @throws Problem if an experiment has none, or two share no sample
     */
    public static RobustnessComparison of(EvaluatedExperiments evaluated, DegradationKind kind) {
        List<Network> networks = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        Map<Optional<Degradation>, Predictions> first = Map.of();
        for (int i = 0; i < evaluated.experiments().size(); i++) {
            DegradedPredictions stored =
                    new DegradedPredictions(evaluated.experiments().get(i), Optional.empty());
            Map<Optional<Degradation>, Predictions> read = stored.read(evaluated.split(), kind);
            networks.add(new Network(evaluated.names().get(i), stored.sweep(evaluated.split(), kind, read)));
            if (i == 0) {
                first = read;
            }
            for (RobustnessSweep.Point point : networks.get(0).sweep().points()) {
                Predictions other = read.get(point.degradation());
                if (i > 0 && other != null) {
                    differences.add(new Difference(
                            point.degradation(),
                            Comparison.of(
                                    networks.get(0).name(),
                                    networks.get(i).name(),
                                    PairedPredictions.of(first.get(point.degradation()), other))));
                }
            }
        }
        return new RobustnessComparison(networks, corrected(differences));
    }

    private static List<Difference> corrected(List<Difference> differences) {
        List<Comparison> pairs =
                Comparison.corrected(differences.stream().map(Difference::pair).toList());
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new Difference(differences.get(i).degradation(), pairs.get(i)))
                .toList();
    }
}
