package org.maferstudio.ui.results.crossdataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ResultsNavigator;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.workbench.DatasetTitles;

/** Evaluates the shown experiments on the datasets of each other; reads while that page is in front. */
public final class CrossDatasetViewModel {
    static final CrossDatasetEvaluation NO_MATRIX =
            new CrossDatasetEvaluation(List.of(), List.of(), List.of(), List.of());

    private final Jobs jobs;
    private final ResultsNavigator pages;
    private final ExperimentEvaluator evaluating;
    private final LatestJob reading;
    private final ReadOnlyObjectProperty<ResultsFigures> figures;
    private final ObservableValue<DatasetTitles> datasets;
    private Map<String, String> titles = Map.of();
    private final ReadOnlyObjectWrapper<CrossDatasetEvaluation> matrix =
            new ReadOnlyObjectWrapper<>(this, "matrix", NO_MATRIX);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /**
     * Over the experiments that the figures show.
     *
     * @param datasets the user's names of datasets
     */
    public CrossDatasetViewModel(
            Jobs jobs,
            ResultsNavigator pages,
            ExperimentEvaluator evaluating,
            ReadOnlyObjectProperty<ResultsFigures> figures,
            ObservableValue<DatasetTitles> datasets) {
        this.jobs = jobs;
        this.pages = pages;
        this.evaluating = evaluating;
        this.figures = figures;
        this.datasets = datasets;
        reading = new LatestJob(jobs);
        pages.pageProperty().addListener((property, old, now) -> read());
        figures.addListener((property, old, now) -> read());
        datasets.addListener((property, old, now) -> read());
    }

    // Properties

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

    /** Evaluates every network on the dataset of every other in the background, and saves the predictions. */
    void askAll() {
        ResultsFigures asked = figures.get();
        note.set("");
        jobs.start(JobPlan.<CrossDatasetEvaluation>of(
                        Texts.of("results.crossDataset.job.evaluating"),
                        progress -> evaluating.cross(asked.experiments(), asked.names(), asked.resolution(), progress))
                .inQueue("training")
                .onDone(made -> {
                    if (asked.names().equals(figures.get().names())) {
                        matrix.set(made);
                        note.set(String.join("\n", made.notes()));
                    }
                })
                .onProblem(why -> note.set(why.getMessage())));
    }

    private void read() {
        ResultsFigures now = figures.get();
        note.set("");
        if (pages.pageProperty().get() != ResultsPage.DATASETS || now.shown().isEmpty()) {
            reading.drop();
            matrix.set(NO_MATRIX);
            return;
        }
        DatasetTitles given = datasets.getValue();
        reading.start(JobPlan.<Saved>of(Texts.of("results.crossDataset.job.reading"), progress -> Saved.of(now, given))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(saved -> {
                    titles = saved.titles();
                    // An equal matrix would not be shown again, though its names may have changed.
                    matrix.set(NO_MATRIX);
                    matrix.set(saved.matrix());
                })
                .onProblem(why -> note.set(why.getMessage())));
    }

    /** The matrix as it was saved, and the user's names of its columns. */
    private record Saved(CrossDatasetEvaluation matrix, Map<String, String> titles) {
        static Saved of(ResultsFigures figures, DatasetTitles datasets) {
            List<Experiment> experiments = figures.experiments();
            Map<String, String> titles = new HashMap<>();
            for (Experiment experiment : experiments) {
                ExperimentManifest manifest = experiment.manifest();
                titles.putIfAbsent(manifest.dataset().name(), datasets.of(manifest));
            }
            return new Saved(CrossDatasetEvaluation.saved(experiments, figures.names(), figures.resolution()), titles);
        }
    }
}
