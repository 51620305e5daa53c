package org.maferstudio.ui.results.experiments;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.report.Evaluated;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/**
 * What an experiment reached on the most telling split it was evaluated on.
 *
 * @param split test, else validation, else train; empty where it was not evaluated
 * @param accuracies by resolution, native first; 0 to 1
 */
record Reached(String split, Map<Resolution, Double> accuracies) {
    static final Reached NOTHING = new Reached("", Map.of());

    /**
     * Reads its predictions.
     *
     * @throws org.maferstudio.job.Problem if a file is damaged
     */
    static Reached of(Experiment experiment) {
        var splits = Evaluated.splits(experiment);
        String split = Evaluated.PREFERRED_SPLITS.stream()
                .filter(splits::contains)
                .findFirst()
                .orElse("");
        Map<Resolution, Double> accuracies = new LinkedHashMap<>();
        if (!split.isEmpty()) {
            for (Resolution resolution : Evaluated.resolutions(experiment, split)) {
                accuracies.put(
                        resolution,
                        Scores.of(experiment.predictions(split, resolution)).accuracy());
            }
        }
        return new Reached(split, accuracies);
    }
}
