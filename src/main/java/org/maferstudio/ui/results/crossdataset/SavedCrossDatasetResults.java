package org.maferstudio.ui.results.crossdataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.CrossDatasetPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.report.comparison.EvaluatedExperiments;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;

/** Earlier evaluations of networks on each other's datasets, read from their folders. */
public final class SavedCrossDatasetResults {
    private SavedCrossDatasetResults() {}

    /**
     * One row per experiment, one column per dataset that one of them was trained on; cells not evaluated are missing.
     *
     * @param names of the experiments, in their order
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @throws org.maferstudio.job.Problem if a file is damaged
     */
    static CrossDatasetEvaluation read(List<Experiment> experiments, List<String> names, Resolution resolution) {
        List<String> datasets = experiments.stream()
                .map(SavedCrossDatasetResults::dataset)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<CrossDatasetEvaluation.Cell> cells = new ArrayList<>();
        for (int i = 0; i < experiments.size(); i++) {
            for (String dataset : datasets) {
                boolean own = dataset.equals(dataset(experiments.get(i)));
                Optional<Predictions> said = own
                        ? ownPredictions(experiments.get(i), resolution)
                        : CrossDatasetPredictions.of(experiments.get(i), dataset, resolution).stream()
                                .min(Comparator.comparing(each -> rank(each.split())));
                if (said.isPresent()) {
                    ScoreIntervals intervals = ScoreIntervals.of(said.get());
                    Scores scores = Scores.of(said.get());
                    cells.add(new CrossDatasetEvaluation.Cell(
                            names.get(i),
                            dataset,
                            own,
                            said.get().split(),
                            scores.n(),
                            scores.accuracy(),
                            scores.meanClassAccuracy(),
                            intervals.accuracy(),
                            intervals.dependence()));
                }
            }
        }
        return new CrossDatasetEvaluation(names, datasets, cells, List.of());
    }

    private static String dataset(Experiment experiment) {
        return experiment.manifest().dataset().name();
    }

    /** Its own training split gives no valid accuracy. */
    private static Optional<Predictions> ownPredictions(Experiment experiment, Resolution resolution) {
        return EvaluatedExperiments.splits(experiment).stream()
                .filter(split -> !split.equals(Sample.TRAIN))
                .filter(split ->
                        EvaluatedExperiments.resolutions(experiment, split).contains(resolution))
                .min(Comparator.comparing(SavedCrossDatasetResults::rank))
                .map(split -> experiment.predictions(split, resolution));
    }

    private static int rank(String split) {
        return EvaluatedExperiments.PREFERRED_SPLITS.indexOf(split);
    }
}
