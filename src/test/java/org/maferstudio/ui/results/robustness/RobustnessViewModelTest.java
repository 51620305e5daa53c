package org.maferstudio.ui.results.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.selection.OtherImages;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.workbench.Workbench;

class RobustnessViewModelTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Workspace workspace;
    private Workbench workbench;
    private ResultsViewModel results;
    private RobustnessViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        results = new ResultsViewModel(workbench, new DirectJobs(), FileDialogs.CANCEL, evaluator());
        model = results.robustness();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void openPage() {
        results.pages().show(ResultsPage.DATASETS);
        results.pages().otherImagesProperty().set(OtherImages.DEGRADED);
    }

    /** Of each class, one fewer is right at each strength. */
    private ExperimentEvaluator evaluator() {
        return (Experiment experiment, Evaluation.Request request, Progress progress) -> {
            asked.add(experiment.manifest().recipe().name() + " "
                    + request.split().orElseThrow() + " " + request.resolutions() + " " + request.degradations());
            if (experiment.manifest().recipe().name().equals("broken")) {
                throw Problem.input("The dataset is missing.");
            }
            Map<Degradation, Predictions> degraded = new LinkedHashMap<>();
            for (Degradation each : request.degradations()) {
                Predictions predictions = MadeExperiments.predictions("test", Resolution.NATIVE, 7 - degraded.size());
                new DegradedPredictions(experiment, Optional.empty()).write(each, predictions);
                degraded.put(each, predictions);
            }
            return new Evaluation.Result(
                    "test",
                    List.of(experiment.predictions("test", Resolution.NATIVE)),
                    List.of("Test evaluations: 2."),
                    Optional.empty(),
                    Map.of(),
                    degraded);
        };
    }

    private String curve(int network) {
        return model.comparisonProperty().get().networks().get(network).sweep().points().stream()
                .map(point -> point.degradation().map(Degradation::id).orElse("unchanged") + " "
                        + Math.round(100 * point.result().scores().accuracy()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void storedPredictionsAreReadWhileThePageIsInFront() {
        Experiment a = MadeRobustness.blurred(folder, "a", 8, 6, 4);
        workbench.showExperiment(a.folder());
        assertNull(model.curves(), "the page is not in front yet");
        openPage();
        assertEquals("unchanged 80, blur-1 60, blur-2 40", curve(0));
        assertNotNull(model.curves());
        assertNotNull(model.classes());
        model.form().kindProperty().set(DegradationKind.JPEG);
        assertEquals(RobustnessViewModel.NOTHING, model.comparisonProperty().get());
        assertNull(model.curves());
        assertNull(model.classes());
    }

    @Test
    void laterExperimentsAreComparedWithTheFirstAndThoseNotEvaluatedAreLeftOut() {
        Experiment a = MadeRobustness.blurred(folder, "a", 8, 6, 4);
        Experiment b = MadeRobustness.blurred(folder, "b", 8, 7, 6);
        Experiment c = MadeExperiments.evaluated(folder, "c", 8, 3);
        workbench.showExperiment(a.folder(), List.of(b.folder(), c.folder()));
        openPage();
        assertEquals("unchanged 80, blur-1 70, blur-2 60", curve(1));
        assertEquals(
                "b unchanged +0.0, b blur-1 +10.0, b blur-2 +20.0",
                model.comparisonProperty().get().differences().stream()
                        .map(each -> each.pair().b() + " "
                                + each.degradation().map(Degradation::id).orElse("unchanged") + " "
                                + Comparison.signed(each.pair().difference()))
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void allShownExperimentsAreEvaluatedWithTheTypedStrengths() {
        Experiment a = MadeExperiments.evaluated(folder, "a", 8, 3);
        Experiment b = MadeExperiments.evaluated(folder, "b", 6, 5);
        workbench.showExperiment(a.folder(), List.of(b.folder()));
        openPage();
        model.form().kindProperty().set(DegradationKind.NOISE);
        model.form().strengthsProperty().set("40, 10");
        model.evaluate();
        assertEquals(List.of("a test [native] [noise-10, noise-40]", "b test [native] [noise-10, noise-40]"), asked);
        assertEquals("unchanged 80, noise-10 70, noise-40 60", curve(0));
        assertEquals("Test evaluations: 2.", model.noteProperty().get());
    }

    @Test
    void aWrongStrengthIsNamedAndNothingIsEvaluated() {
        workbench.showExperiment(MadeExperiments.evaluated(folder, "a", 8, 3).folder());
        model.form().strengthsProperty().set("1, lots");
        assertEquals(
                "\"lots\" is not a strength of blur. Use numbers from 0.1 to 20 with at most three decimals.",
                model.form().messageProperty().get());
        model.evaluate();
        assertEquals(List.of(), asked);
        model.form().kindProperty().set(DegradationKind.JPEG);
        assertEquals("75, 50, 30, 20, 10, 5", model.form().strengthsProperty().get());
        model.form().kindProperty().set(DegradationKind.BLUR);
        assertEquals("1, lots", model.form().strengthsProperty().get(), "what was typed is still there");
    }

    @Test
    void whyAnEvaluationFailedIsSaid() {
        workbench.showExperiment(
                MadeExperiments.evaluated(folder, "broken", 8, 3).folder());
        openPage();
        model.evaluate();
        assertEquals("The dataset is missing.", model.noteProperty().get());
    }
}
