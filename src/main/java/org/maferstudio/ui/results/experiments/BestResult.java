package org.maferstudio.ui.results.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/**
 * What an experiment reached on the most telling split it was evaluated on.
 *
 * @param split test, else validation, else train; empty if it was not evaluated
 * @param accuracies by resolution, native first; 0 to 1
 */
record BestResult(String split, Map<Resolution, Double> accuracies) {
    static final BestResult NOTHING = new BestResult("", Map.of());

    /**
     * Reads its predictions.
     *
     * @throws org.maferstudio.job.Problem if a file is damaged
     */
    static BestResult of(Experiment experiment) {
        var splits = EvaluatedExperiments.splits(experiment);
        String split = EvaluatedExperiments.PREFERRED_SPLITS.stream()
                .filter(splits::contains)
                .findFirst()
                .orElse("");
        Map<Resolution, Double> accuracies = new LinkedHashMap<>();
        if (!split.isEmpty()) {
            for (Resolution resolution : EvaluatedExperiments.resolutions(experiment, split)) {
                accuracies.put(
                        resolution,
                        Scores.of(experiment.predictions(split, resolution)).accuracy());
            }
        }
        return new BestResult(split, accuracies);
    }
}
