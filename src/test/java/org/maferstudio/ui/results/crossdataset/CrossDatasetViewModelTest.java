package org.maferstudio.ui.results.crossdataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Progress;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.CrossDatasetEvaluation;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.Workbench;

class CrossDatasetViewModelTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;
    private ResultsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new ResultsViewModel(workbench, new DirectJobs(), FileDialogs.CANCEL, new Answers());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anExperimentOnFer2013IsComparedWithThePapersFourNetworks() {
        on("FER2013", MadeExperiments.evaluated(folder, "a", 8, 3));
        model.refresh();
        assertEquals(List.of(), model.paper().paperProperty().get().comparisons(), "nobody looks yet");
        model.pages().show(ResultsPage.PAPER);
        var comparison = model.paper().paperProperty().get().comparisons().get(0);
        assertEquals(0.8, comparison.value(), 1e-12);
        assertEquals(4, comparison.published().size());
    }

    @Test
    void whereThePaperHasNoNumbersASentenceSaysWhichItHas() {
        on("Drawn faces", MadeExperiments.evaluated(folder, "a", 8, 3));
        model.refresh();
        model.pages().show(ResultsPage.PAPER);
        PaperViewModel.Paper paper = model.paper().paperProperty().get();
        assertEquals(List.of(), paper.comparisons());
        assertTrue(
                paper.without().get(0).contains("The paper has results for FER2013, RAF-DB and Oulu-CASIA"),
                paper::toString);
    }

    @Test
    void crossDatasetPredictionsAreReadFromTheExperimentsFolders() {
        Experiment a = on("FER2013", MadeExperiments.evaluated(folder, "a", 8, 3));
        Experiment b = on("RAF-DB", MadeExperiments.evaluated(folder, "b", 6, 5));
        a.writeOn("RAF-DB", MadeExperiments.predictions("test", Resolution.NATIVE, 4));
        a.writeOn("RAF-DB", MadeExperiments.predictions("train", Resolution.NATIVE, 9));
        workbench.showExperiment(a.folder(), List.of(b.folder()));
        model.pages().show(ResultsPage.DATASETS);
        assertEquals("FER2013 80 own, RAF-DB 40", row("a"));
        assertEquals("FER2013 -, RAF-DB 60 own", row("b"));
        model.shown().resolutionProperty().set(Resolution.of(8));
        assertEquals("FER2013 30 own, RAF-DB -", row("a"));
    }

    @Test
    void theColumnsOfTheMatrixHaveTheUsersNamesOfDatasets() {
        Experiment a = on("FER2013", MadeExperiments.evaluated(folder, "a", 8, 3));
        workbench.showExperiment(a.folder());
        model.pages().show(ResultsPage.DATASETS);
        assertEquals("FER2013", model.crossDataset().title("FER2013"));
        String line = a.manifest().recipe().dataset().line();
        workbench.datasetTitlesProperty().set(new DatasetTitles(Map.of(line, "My faces")));
        assertEquals("My faces", model.crossDataset().title("FER2013"));
        assertEquals("FER2013 80 own", row("a"), "predictions are kept under the dataset's own name");
    }

    @Test
    void askingFillsTheMatrixAndTellsWhatIsWorthKnowing() {
        Experiment a = on("FER2013", MadeExperiments.evaluated(folder, "a", 8, 3));
        Experiment b = on("RAF-DB", MadeExperiments.evaluated(folder, "b", 6, 5));
        workbench.showExperiment(a.folder(), List.of(b.folder()));
        model.pages().show(ResultsPage.DATASETS);
        model.crossDataset().askAll();
        assertEquals("asked a, b at native", model.crossDataset().noteProperty().get());
    }

    private String row(String name) {
        CrossDatasetEvaluation matrix = model.crossDataset().matrixProperty().get();
        return String.join(
                ", ",
                matrix.columns().stream()
                        .sorted()
                        .map(column -> column + " "
                                + matrix.cell(name, column)
                                        .map(cell ->
                                                Math.round(100 * cell.accuracy()) + (cell.ownDataset() ? " own" : ""))
                                        .orElse("-"))
                        .toList());
    }

    private static Experiment on(String dataset, Experiment experiment) {
        experiment.update(manifest -> manifest.withDataset(
                new DatasetMetadata(
                        dataset, "", "", LabelSet.fer2013().names(), Map.of(), List.of(), List.of(), Grouping.NONE),
                null,
                Map.of(),
                ""));
        return experiment;
    }

    /** A machine that repeats the question. */
    private static final class Answers implements ExperimentEvaluator {
        @Override
        public Evaluation.Result run(Experiment experiment, Evaluation.Request request, Progress progress) {
            throw new AssertionError("nobody asks one alone");
        }

        @Override
        public CrossDatasetEvaluation cross(
                List<Experiment> all, List<String> names, Resolution resolution, Progress progress) {
            return new CrossDatasetEvaluation(
                    names,
                    List.of("FER2013"),
                    List.of(),
                    List.of("asked " + String.join(", ", names) + " at " + resolution));
        }
    }
}
