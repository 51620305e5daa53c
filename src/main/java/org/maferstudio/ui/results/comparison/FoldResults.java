package org.maferstudio.ui.results.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.selection.ExperimentResults;

/**
 * The predictions of the training runs of a series on one split at one resolution.
 *
 * @param of the series
 * @param runs its evaluated training runs, in their order
 */
record FoldResults(ExperimentResults of, List<Run> runs) {
    /**
     * One training.
     *
     * @param name such as {@code fold-03}
     * @param folder where it lies
     */
    record Run(String name, Path folder, Predictions predictions) {}

    /**
     * Reads them; none where the experiment is a single training.
     *
     * @throws org.maferstudio.job.Problem if a file is damaged
     */
    static FoldResults read(ExperimentResults of, Resolution resolution) {
        List<Run> runs = new ArrayList<>();
        Experiment whole = Experiment.open(of.folder());
        List<Experiment> members = Series.of(whole).map(Series::members).orElse(List.of());
        for (Experiment member : members) {
            if (EvaluatedExperiments.resolutions(member, of.split()).contains(resolution)) {
                Predictions predictions = member.predictions(of.split(), resolution);
                if (!predictions.rows().isEmpty() && !predictions.labels().isMany()) {
                    runs.add(new Run(member.id(), member.folder(), predictions));
                }
            }
        }
        return new FoldResults(of, List.copyOf(runs));
    }
}
