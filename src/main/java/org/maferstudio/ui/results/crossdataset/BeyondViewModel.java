package org.maferstudio.ui.results.crossdataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.PaperComparison;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.CrossDatasetEvaluation;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.workbench.DatasetTitles;

/** Compares the shown experiments with the paper's results, and evaluates them on the other networks' datasets. */
public final class BeyondViewModel {
    /**
     * Experiments compared with the paper.
     *
     * @param comparisons one a measure
     * @param without why experiments are not among them, a sentence each
     */
    record Paper(List<PaperComparison> comparisons, List<String> without) {
        static final Paper NONE = new Paper(List.of(), List.of());

        static Paper of(List<Experiment> experiments) {
            List<PaperComparison> all = new ArrayList<>();
            List<String> without = new ArrayList<>();
            for (Experiment experiment : experiments) {
                try {
                    all.addAll(PaperComparison.of(experiment));
                } catch (Problem e) {
                    // Not an error: the others can still be compared.
                    without.add(e.getMessage());
                }
            }
            return new Paper(all, without);
        }
    }

    static final CrossDatasetEvaluation NO_MATRIX =
            new CrossDatasetEvaluation(List.of(), List.of(), List.of(), List.of());

    private final Jobs jobs;
    private final ExperimentEvaluator evaluating;
    private final LatestJob reading;
    private final ReadOnlyObjectProperty<ResultsFigures> figures;
    private final ObservableValue<DatasetTitles> datasets;
    private Map<String, String> titles = Map.of();
    private final ObjectProperty<ResultsPage> page = new SimpleObjectProperty<>(this, "page", ResultsPage.FIGURES);
    private final ReadOnlyObjectWrapper<Paper> paper = new ReadOnlyObjectWrapper<>(this, "paper", Paper.NONE);
    private final ReadOnlyObjectWrapper<CrossDatasetEvaluation> matrix =
            new ReadOnlyObjectWrapper<>(this, "matrix", NO_MATRIX);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /**
     * Over the experiments that the figures show.
     *
     * @param datasets the user's names of datasets
     */
    public BeyondViewModel(
            Jobs jobs,
            ExperimentEvaluator evaluating,
            ReadOnlyObjectProperty<ResultsFigures> figures,
            ObservableValue<DatasetTitles> datasets) {
        this.jobs = jobs;
        this.evaluating = evaluating;
        this.figures = figures;
        this.datasets = datasets;
        reading = new LatestJob(jobs);
        page.addListener((property, old, now) -> read());
        figures.addListener((property, old, now) -> read());
        datasets.addListener((property, old, now) -> read());
    }

    // Properties

    /** What fills the pane. */
    public ObjectProperty<ResultsPage> pageProperty() {
        return page;
    }

    /** The comparisons with the paper; empty until that page is opened. */
    ReadOnlyObjectProperty<Paper> paperProperty() {
        return paper.getReadOnlyProperty();
    }

    /** The evaluation of each network on each dataset; empty until that page is opened. */
    ReadOnlyObjectProperty<CrossDatasetEvaluation> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** The user's name of a column of the matrix. */
    String title(String dataset) {
        return titles.getOrDefault(dataset, dataset);
    }

    /** What there is to know about the page; empty for nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    // Commands

    /** To the matrix and the curves. */
    public void showFigures() {
        page.set(ResultsPage.FIGURES);
    }

    /** Opens the label review. */
    public void showDoubts() {
        page.set(ResultsPage.LABELS);
    }

    /** Opens the comparison of matrices. */
    public void showComparison() {
        page.set(ResultsPage.COMPARE);
    }

    /** To the comparison with the paper. */
    public void showPaper() {
        page.set(ResultsPage.PAPER);
    }

    /** To each network on the dataset of each. */
    public void showDatasets() {
        page.set(ResultsPage.DATASETS);
    }

    /** Evaluates every network on the dataset of every other in the background, and saves the predictions. */
    void askAll() {
        List<Path> folders = folders();
        List<String> names = names();
        Resolution resolution = figures.get().resolution();
        note.set("");
        jobs.start(JobPlan.<CrossDatasetEvaluation>of(
                        Texts.of("results.crossDataset.job.evaluating"),
                        progress -> evaluating.cross(opened(folders), names, resolution, progress))
                .inLane("training")
                .onDone(made -> {
                    if (folders.equals(folders())) {
                        matrix.set(made);
                        note.set(String.join("\n", made.notes()));
                    }
                })
                .onProblem(why -> note.set(why.getMessage())));
    }

    private void read() {
        List<Path> folders = folders();
        note.set("");
        if (page.get() == ResultsPage.FIGURES || folders.isEmpty()) {
            reading.drop();
            paper.set(Paper.NONE);
            matrix.set(NO_MATRIX);
        } else if (page.get() == ResultsPage.PAPER) {
            reading.start(
                    JobPlan.<Paper>of(Texts.of("results.paper.job.comparing"), progress -> Paper.of(opened(folders)))
                            .weighing(JobPlan.Weight.QUIET)
                            .onDone(paper::set)
                            .onProblem(why -> note.set(why.getMessage())));
        } else {
            List<String> names = names();
            Resolution resolution = figures.get().resolution();
            DatasetTitles given = datasets.getValue();
            reading.start(JobPlan.<Saved>of(
                            Texts.of("results.crossDataset.job.reading"),
                            progress -> Saved.of(opened(folders), names, resolution, given))
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(saved -> {
                        titles = saved.titles();
                        // An equal matrix would not be shown again, though its names may have changed.
                        matrix.set(NO_MATRIX);
                        matrix.set(saved.matrix());
                    })
                    .onProblem(why -> note.set(why.getMessage())));
        }
    }

    /** The matrix as it was saved, and the user's names of its columns. */
    private record Saved(CrossDatasetEvaluation matrix, Map<String, String> titles) {
        static Saved of(
                List<Experiment> experiments, List<String> names, Resolution resolution, DatasetTitles datasets) {
            Map<String, String> titles = new HashMap<>();
            for (Experiment experiment : experiments) {
                ExperimentManifest facts = experiment.facts();
                titles.putIfAbsent(facts.dataset().name(), datasets.of(facts));
            }
            return new Saved(SavedCrossDatasetResults.read(experiments, names, resolution), titles);
        }
    }

    private List<Path> folders() {
        return figures.get().shown().stream().map(ExperimentResults::folder).toList();
    }

    private List<String> names() {
        return figures.get().shown().stream().map(ExperimentResults::name).toList();
    }

    private static List<Experiment> opened(List<Path> folders) {
        return folders.stream().map(Experiment::open).toList();
    }
}
