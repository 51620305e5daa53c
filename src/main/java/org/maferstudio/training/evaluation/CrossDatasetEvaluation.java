package org.maferstudio.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.CrossDatasetPredictions;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Dependence;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Evaluates networks on each other's datasets.
 *
 * @param rows names of the experiments
 * @param columns names of the datasets, each once
 * @param cells row by row; fewer if a stop was requested
 * @param notes for the user, such as unmatched classes
 */
public record CrossDatasetEvaluation(List<String> rows, List<String> columns, List<Cell> cells, List<String> notes) {
    /**
     * The result of one network on one dataset.
     *
     * @param row the experiment's name
     * @param column the dataset's name
     * @param ownDataset whether the network was trained on that dataset
     * @param split that was evaluated
     * @param n number of images
     * @param accuracy 0 to 1; for a series the mean
     * @param meanClassAccuracy likewise
     * @param interval the 95 % interval of the accuracy
     * @param dependence whether that interval was resampled by group
     */
    public record Cell(
            String row,
            String column,
            boolean ownDataset,
            String split,
            long n,
            double accuracy,
            double meanClassAccuracy,
            Interval interval,
            Dependence dependence) {
        /** Whether the interval was resampled by group. */
        public boolean byGroup() {
            return dependence == Dependence.GROUPED;
        }
    }

    public CrossDatasetEvaluation {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }

    /**
     * Evaluates every network on the dataset of every other, matching classes by name.
     *
     * @param names of the experiments, in order
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @throws Problem if a network or a dataset is missing, or two have no class in common
     */
    public static CrossDatasetEvaluation of(
            List<Experiment> experiments, List<String> names, Resolution resolution, Progress progress) {
        Map<String, DatasetSource> datasets = new LinkedHashMap<>();
        for (Experiment experiment : experiments) {
            ExperimentManifest manifest = experiment.manifest();
            if (manifest.dataset().name().isEmpty()) {
                throw Problem.input(Texts.of("training.error.noDataset", experiment, experiment));
            }
            datasets.putIfAbsent(
                    manifest.dataset().name(),
                    LocatedDatasets.source(experiment).with(null));
        }
        List<Cell> cells = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (int i = 0; i < experiments.size(); i++) {
            Experiment experiment = experiments.get(i);
            ExperimentManifest manifest = experiment.manifest();
            for (Map.Entry<String, DatasetSource> dataset : datasets.entrySet()) {
                boolean own = dataset.getKey().equals(manifest.dataset().name());
                Evaluation.Request request = new Evaluation.Request(
                        own ? Optional.empty() : Optional.of(dataset.getValue()),
                        Optional.empty(),
                        List.of(resolution),
                        manifest.recipe().machine());
                Evaluation.Result result = new Evaluation(experiment, progress).run(request);
                for (String note : result.notes()) {
                    notes.add(Texts.of("training.note.networkOnDataset", names.get(i), dataset.getKey(), note));
                }
                if (result.predictions().isEmpty()) {
                    return new CrossDatasetEvaluation(names, List.copyOf(datasets.keySet()), cells, List.copyOf(notes));
                }
                cells.add(cell(names.get(i), dataset.getKey(), own, result));
            }
        }
        return new CrossDatasetEvaluation(names, List.copyOf(datasets.keySet()), cells, List.copyOf(notes));
    }

    private static Cell cell(String row, String column, boolean own, Evaluation.Result result) {
        Predictions predictions = result.predictions().get(0);
        SeriesSummary.Reached reached = result.reached().get(predictions.resolution());
        boolean severalTimes = reached != null && reached.together().isEmpty();
        long n = severalTimes ? reached.n().get(0) : Scores.of(predictions).n();
        return cell(row, column, own, n, predictions);
    }

    private static Cell cell(String row, String column, boolean own, long n, Predictions predictions) {
        Scores scores = Scores.of(predictions);
        ScoreIntervals intervals = ScoreIntervals.of(predictions);
        return new Cell(
                row,
                column,
                own,
                predictions.split(),
                n,
                scores.accuracy(),
                scores.meanClassAccuracy(),
                intervals.accuracy(),
                intervals.dependence());
    }

    /**
     * Reads earlier evaluations from the experiments' folders: one row per experiment, one column per dataset that one of them was trained on; cells not evaluated are missing.
     *
     * @param names of the experiments, in their order
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @throws org.maferstudio.job.Problem if a file is damaged
     */
    public static CrossDatasetEvaluation saved(
            List<Experiment> experiments, List<String> names, Resolution resolution) {
        List<String> datasets = experiments.stream()
                .map(CrossDatasetEvaluation::dataset)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < experiments.size(); i++) {
            for (String dataset : datasets) {
                boolean own = dataset.equals(dataset(experiments.get(i)));
                Optional<Predictions> saved = own
                        ? ownPredictions(experiments.get(i), resolution)
                        : CrossDatasetPredictions.of(experiments.get(i), dataset, resolution).stream()
                                .min(Comparator.comparing(each -> rank(each.split())));
                if (saved.isPresent()) {
                    long n = Scores.of(saved.get()).n();
                    cells.add(cell(names.get(i), dataset, own, n, saved.get()));
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
                .min(Comparator.comparing(CrossDatasetEvaluation::rank))
                .map(split -> experiment.predictions(split, resolution));
    }

    private static int rank(String split) {
        return EvaluatedExperiments.PREFERRED_SPLITS.indexOf(split);
    }

    /** The cell of a row and a column; empty if it was not evaluated. */
    public Optional<Cell> cell(String row, String column) {
        return cells.stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst();
    }

    /** Whether every network was evaluated on every dataset. */
    public boolean isComplete() {
        return cells.size() == rows.size() * columns.size();
    }
}
