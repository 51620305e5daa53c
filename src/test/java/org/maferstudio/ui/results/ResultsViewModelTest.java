package org.maferstudio.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.FolderLock;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.fixture.Persons;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.evaluation.TestTimeEvaluation;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.results.ResultsViewModel.State;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.samples.CellSelection;
import org.maferstudio.ui.results.selection.ClassRow;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ValueRow;
import org.maferstudio.ui.workbench.Workbench;

class ResultsViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private final List<Evaluation.Request> asked = new ArrayList<>();
    private Workspace workspace;
    private Workbench workbench;
    private ResultsViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new ResultsViewModel(workbench, jobs, FileDialogs.CANCEL, (experiment, request, progress) -> {
            asked.add(request);
            Predictions made = MadeExperiments.predictions(request.split().orElseThrow(), Resolution.NATIVE, 6);
            experiment.write(made);
            return new Evaluation.Result(made.split(), List.of(made), List.of("Looked at once."));
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anEmptyWorkspaceIsReported() {
        assertEquals(State.READING, model.stateProperty().get());
        model.refresh();
        assertEquals(State.NO_EXPERIMENTS, model.stateProperty().get());
    }

    @Test
    void theNewestWithResultsIsShownAtNative() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.bare(folder, "b");
        model.refresh();
        assertEquals(State.SHOWN, model.stateProperty().get());
        assertEquals("a", model.experiments().selectedProperty().get().name());
        assertEquals(Resolution.parseAll("native, 8"), model.shown().resolutions());
        assertEquals("70", model.shown().headlineProperty().get().n());
        assertEquals("test, native", model.shown().headlineProperty().get().where());
        assertTrue(model.shown().headlineProperty().get().accuracy().startsWith("80.0 ("));
        assertEquals("test", model.shown().splitProperty().get());
    }

    @Test
    void valuesThatAreNoClassesAreListedWithTheirMeasuresAtEachResolution() {
        Experiment experiment = MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        assertEquals(List.of(), model.shown().figuresProperty().get().values());
        for (Resolution resolution : Resolution.parseAll("native, 8")) {
            experiment.write(MadeExperiments.withValence(MadeExperiments.predictions("test", resolution, 8)));
        }
        model.shown().reload("test");
        List<ValueRow> rows = model.shown().figuresProperty().get().values();
        assertEquals(
                List.of("native", "8 px"),
                rows.stream().map(ValueRow::resolution).toList());
        assertEquals("Valence", rows.get(0).value());
        assertEquals("70", rows.get(0).n());
        assertEquals("0.970", rows.get(0).ccc().value());
        assertTrue(
                rows.get(0).ccc().interval().matches("\\[0.9\\d, 0.9\\d\\]"),
                rows.get(0).toString());
        assertEquals(new ValueRow.Measure("0.100", "[0.10, 0.10]"), rows.get(0).rmse());
        assertEquals(new ValueRow.Measure("1.000", "[1.00, 1.00]"), rows.get(0).pearson());
    }

    @Test
    void whilePredictionsAreReadThereIsNoEmptyMessage() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        HeldJobs held = new HeldJobs();
        ResultsViewModel slow = new ResultsViewModel(workbench, held, FileDialogs.CANCEL, ExperimentEvaluator.ENGINE);
        List<State> seen = new ArrayList<>();
        slow.stateProperty().addListener((property, old, now) -> seen.add(now));
        slow.refresh();
        held.releaseAll();
        assertEquals(State.SHOWN, seen.get(seen.size() - 1));
        assertTrue(seen.contains(State.OPENING), seen.toString());
        assertFalse(seen.contains(State.NOT_EVALUATED), seen.toString());
    }

    @Test
    void anotherResolutionShowsItsOwnNumbersAndSamples() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        model.samples().select(4, 5);
        assertEquals(List.of("4-8", "4-9"), names(model.samples().samples()));
        model.shown().resolutionProperty().set(Resolution.of(8));
        assertTrue(model.shown().headlineProperty().get().accuracy().startsWith("30.0 ("));
        assertEquals("test, 8 px", model.shown().headlineProperty().get().where());
        assertEquals(7, model.samples().samples().size());
        assertEquals("4-3", model.samples().samples().get(0).sample());
    }

    @Test
    void personsByTheThousandHaveNumbersAndASentenceInsteadOfAMatrix() {
        Experiment persons = MadeExperiments.bare(folder, "persons");
        persons.update(manifest -> manifest.withDataset(Persons.facts(8631), null, Map.of(), ""));
        persons.write(Persons.predictions(8631, Resolution.NATIVE, 3));
        persons.write(Persons.predictions(8631, Resolution.of(8), 5));
        model.refresh();
        assertEquals(State.SHOWN, model.stateProperty().get());
        assertTrue(model.shown().headlineProperty().get().accuracy().startsWith("66.7 ("));
        ResultsFigures figures = model.shown().figuresProperty().get();
        assertEquals(
                null, figures.confusion(model.shown().normalisationProperty().get()));
        assertEquals(null, figures.figure(FigureKind.CLASSES));
        assertEquals(null, figures.figure(FigureKind.HEATMAP));
        assertTrue(figures.figure(FigureKind.RESOLUTION) != null && figures.figure(FigureKind.HISTORY) != null);
        assertTrue(figures.tooMany().startsWith("8,631 classes are too many"), figures.tooMany());
    }

    @Test
    void aCellSpeaksInOneSentence() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        var matrix = model.shown()
                .figuresProperty()
                .get()
                .confusion(model.shown().normalisationProperty().get())
                .panels()
                .get(0)
                .matrix();
        assertEquals(
                "2 of 10 sadness samples are predicted as surprise (20.0 %)", new CellSelection(4, 5).sentence(matrix));
    }

    @Test
    void aBarAPointAndACellOfTheHeatMapLeadToExactlyTheirSamples() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        ResultsFigures figures = model.shown().figuresProperty().get();
        FigureRegion bar = spot(figures.figure(FigureKind.CLASSES), 4, Optional.empty());
        model.choose(figures.comparable().get(0), bar);
        assertEquals(10, model.samples().samples().size());
        assertTrue(model.samples().samples().stream().allMatch(row -> row.label() == 4));
        assertTrue(model.isChosen(figures.comparable().get(0), bar));
        model.choose(figures.comparable().get(0), bar);
        assertTrue(model.samples().samples().isEmpty(), "a second time it is let go");

        FigureRegion point =
                spot(figures.figure(FigureKind.RESOLUTION), FigureRegion.ALL, Optional.of(Resolution.of(8)));
        model.choose(figures.sources(FigureKind.HEATMAP).get(0), point);
        assertEquals(Resolution.of(8), model.shown().resolutionProperty().get());
        assertEquals(70, model.samples().samples().size());
        assertTrue(model.isChosen(figures.sources(FigureKind.HEATMAP).get(0), point));

        FigureRegion cell = spot(figures.figure(FigureKind.HEATMAP), 2, Optional.of(Resolution.NATIVE));
        model.choose(figures.sources(FigureKind.HEATMAP).get(0), cell);
        assertEquals(Resolution.NATIVE, model.shown().resolutionProperty().get());
        assertEquals(10, model.samples().samples().size());
        assertFalse(model.isChosen(
                figures.sources(FigureKind.HEATMAP).get(0),
                spot(figures.figure(FigureKind.HEATMAP), 2, Optional.of(Resolution.of(8)))));
        model.choose(figures.sources(FigureKind.HEATMAP).get(0), null);
        assertNull(model.samples().pickedProperty().get());
    }

    @Test
    void theNumbersOfAClassHaveIntervalsOnceSomeoneLooks() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        ClassRow anger = model.shown().classes().rows().get(0);
        assertEquals(10, anger.n());
        assertTrue(anger.few());
        assertEquals("80.0 (49.0\u201394.3)", anger.recall().text());
        assertTrue(anger.f1().interval().isEmpty());
        model.shown().classes().watchedProperty().set(true);
        assertTrue(model.shown().classes().rows().get(0).f1().interval().isPresent());
    }

    private static FigureRegion spot(Figure figure, int label, Optional<Resolution> resolution) {
        return figure.spots(new Figure.Size(500, 400), FigureStyle.light()).stream()
                .filter(spot -> spot.label() == label && spot.resolution().equals(resolution))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tickedExperimentsAreDrawnNextToAndCompared() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 5);
        model.refresh();
        assertEquals("", model.shown().comparisonProperty().get());
        row("a").tickedProperty().set(true);
        assertEquals(2, model.shown().figuresProperty().get().shown().size());
        assertTrue(
                model.shown().comparisonProperty().get().contains("difference +30.0 points"),
                model.shown().comparisonProperty()::get);
        row("a").tickedProperty().set(false);
        assertEquals("", model.shown().comparisonProperty().get());
    }

    @Test
    void aGrowingWorkspaceKeepsTheSelectedCellAndTheTicks() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 5);
        model.refresh();
        row("a").tickedProperty().set(true);
        model.samples().select(4, 5);
        MadeExperiments.bare(folder, "c");
        workbench.notifyExperimentsChanged();
        assertEquals(3, model.experiments().rows().size());
        assertEquals("b", model.experiments().selectedProperty().get().name());
        assertEquals(new CellSelection(4, 5), model.samples().choice().orElseThrow());
        assertEquals(2, model.shown().figuresProperty().get().shown().size());
    }

    @Test
    void theExperimentRequestedLastWins() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 5);
        HeldJobs held = new HeldJobs();
        model = new ResultsViewModel(workbench, held, FileDialogs.CANCEL, ExperimentEvaluator.ENGINE);
        model.refresh();
        held.releaseAll();
        model.experiments().selectedProperty().set(row("a"));
        model.experiments().selectedProperty().set(row("b"));
        model.experiments().selectedProperty().set(row("a"));
        while (held.size() > 0) {
            held.release(held.size() - 1);
        }
        assertTrue(
                model.shown().headlineProperty().get().accuracy().startsWith("80.0 ("),
                model.shown().headlineProperty()::toString);
    }

    /** An experiment without predictions on the split that is looked at has no matrix beside those that have. */
    @Test
    void allThatIsShownIsOfOneSplit() {
        Experiment own = MadeExperiments.bare(folder, "own");
        own.write(MadeExperiments.predictions("validation", Resolution.NATIVE, 9));
        own.write(MadeExperiments.predictions("test", Resolution.NATIVE, 7));
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 5);
        model.refresh();
        model.experiments().selectedProperty().set(row("own"));
        model.shown().splitProperty().set("validation");
        row("a").tickedProperty().set(true);
        row("b").tickedProperty().set(true);
        assertEquals("validation", model.shown().splitProperty().get());
        assertEquals(
                List.of("own"),
                model.comparison().panels().stream().map(each -> each.name()).toList());
        assertTrue(
                model.shown()
                        .comparisonProperty()
                        .get()
                        .contains("a has no predictions on validation. Evaluate it there, or select another split."),
                model.shown().comparisonProperty()::get);

        model.shown().splitProperty().set("test");
        assertTrue(model.shown().headlineProperty().get().accuracy().startsWith("70.0 ("));
        assertEquals(3, model.comparison().panels().size());
        assertFalse(model.shown().comparisonProperty().get().contains("validation"));

        model.shown().splitProperty().set("validation");
        model.experiments().selectedProperty().set(row("a"));
        assertEquals("test", model.shown().splitProperty().get());
        assertEquals(
                List.of("a", "b"),
                model.comparison().panels().stream()
                        .map(each -> each.name())
                        .sorted()
                        .toList());
        assertFalse(model.shown().comparisonProperty().get().contains("no predictions"));
    }

    /** The pane comes to the front after the wish, and reads the list again before the first reading has come back. */
    @Test
    void whatIsOpenedFromAnotherPaneIsSelectedThoughThePaneReadsTheListAgain() {
        MadeExperiments.evaluated(folder, "own", 8, 3);
        List<Path> gallery = Stream.of("one", "two")
                .map(name -> MadeExperiments.evaluated(
                                workbench.workspace().folder().resolve("gallery"), name, 8, 3)
                        .folder())
                .toList();
        HeldJobs held = new HeldJobs();
        model = new ResultsViewModel(workbench, held, FileDialogs.CANCEL, ExperimentEvaluator.ENGINE);
        model.refresh();
        held.releaseAll();
        assertEquals("own", model.experiments().selectedProperty().get().name());
        workbench.showGallery(gallery, 2);
        model.refresh();
        held.releaseAll();
        assertEquals("one", model.experiments().selectedProperty().get().name());
        assertEquals(
                List.of("two"),
                model.experiments().ticked().stream().map(ExperimentRow::name).toList());
    }

    @Test
    void aFifthExperimentIsRejected() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            MadeExperiments.evaluated(folder, name, 5, 5);
        }
        model.refresh();
        model.experiments().rows().forEach(row -> row.tickedProperty().set(true));
        assertEquals(4, model.shown().figuresProperty().get().shown().size());
        assertTrue(model.problemProperty().get().contains("at most 4"));
    }

    @Test
    void anExperimentThatIsBeingTrainedIsMarked() {
        Experiment experiment = MadeExperiments.bare(folder, "a");
        experiment.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
        try (FolderLock lock = experiment.lock()) {
            model.refresh();
            assertEquals(State.TRAINING, model.stateProperty().get(), lock::toString);
            assertTrue(row("a").detail().startsWith("Running: "), row("a")::detail);
            assertNotNull(model.shown().figuresProperty().get().figure(FigureKind.HISTORY));
        }
        model.refresh();
        assertEquals(State.NOT_EVALUATED, model.stateProperty().get());
        assertTrue(row("a").detail().startsWith("Interrupted: "), row("a")::detail);
    }

    @Test
    void severalAreOpenedSideBySideInPlaceOfWhatWasTicked() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        MadeExperiments.evaluated(folder, "b", 5, 5);
        MadeExperiments.evaluated(folder, "c", 5, 5);
        model.refresh();
        row("a").tickedProperty().set(true);
        workbench.showExperiment(row("c").folder(), List.of(row("b").folder()));
        assertEquals("c", model.experiments().selectedProperty().get().name());
        assertFalse(row("a").tickedProperty().get());
        assertTrue(row("b").tickedProperty().get());
        assertEquals(2, model.shown().figuresProperty().get().shown().size());
    }

    @Test
    void theFilterMatchesNames() {
        MadeExperiments.evaluated(folder, "base", 8, 3);
        MadeExperiments.evaluated(folder, "multi", 8, 3);
        model.refresh();
        model.experiments().filterProperty().set("MUL");
        assertEquals(
                List.of("multi"),
                model.experiments().rows().stream().map(ExperimentRow::name).toList());
    }

    @Test
    void evaluatingShowsWhatCameOfIt() {
        MadeExperiments.bare(folder, "a");
        model.refresh();
        assertEquals(State.NOT_EVALUATED, model.stateProperty().get());
        model.evaluations().form().resolutionsProperty().set("native, 16");
        model.evaluate();
        assertEquals(Resolution.parseAll("native, 16"), asked.get(0).resolutions());
        assertEquals(State.SHOWN, model.stateProperty().get());
        assertTrue(model.shown().headlineProperty().get().accuracy().startsWith("60.0 ("));
        assertEquals("Looked at once.", model.evaluations().noteProperty().get());
    }

    @Test
    void anotherUseOfTheNetworkBecomesAnExperimentOfItsOwn() {
        MadeExperiments.bare(folder, "a");
        List<TestTimeEvaluation.Method> used = new ArrayList<>();
        model = new ResultsViewModel(workbench, jobs, FileDialogs.CANCEL, new ExperimentEvaluator() {
            @Override
            public Evaluation.Result run(Experiment experiment, Evaluation.Request request, Progress progress) {
                throw new AssertionError("as trained");
            }

            @Override
            public Evaluation.Result testTime(
                    Experiment experiment,
                    TestTimeEvaluation.Method method,
                    Evaluation.Request request,
                    Path out,
                    Progress progress) {
                used.add(method);
                Predictions made = MadeExperiments.predictions("test", Resolution.NATIVE, 7);
                ImportedExperiment.add(out, made, "flip: a", "FER2013");
                return new Evaluation.Result("test", List.of(made), List.of());
            }
        });
        model.refresh();
        model.evaluations().form().methodProperty().set(Optional.of(TestTimeEvaluation.Method.FLIP));
        model.evaluate();
        assertEquals(List.of(TestTimeEvaluation.Method.FLIP), used);
        assertEquals(
                "The predictions are an experiment of their own.",
                model.evaluations().noteProperty().get());
        assertEquals(
                Set.of("a", "flip: a"),
                model.experiments().rows().stream().map(ExperimentRow::name).collect(Collectors.toSet()));
    }

    @Test
    void calibratingNeedsPredictionsForTheValidationSplit() {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        model.refresh();
        model.experiments()
                .edits()
                .calibrate(model.experiments().selectedProperty().get());
        assertTrue(
                model.problemProperty().get().startsWith("a has no predictions for the validation split"),
                model.problemProperty().get());
    }

    @Test
    void aCalibratedNetworkStandsBesideTheOriginal() {
        Experiment original = RandomNetworks.experimentIn(folder.resolve("experiments"));
        original.write(MadeExperiments.predictions("validation", Resolution.NATIVE, 5));
        model.refresh();
        ExperimentRow row = model.experiments().rows().get(0);
        model.experiments().edits().calibrate(row);
        assertEquals("", model.problemProperty().get());
        assertEquals(
                Set.of(row.name(), row.name() + ", calibrated"),
                model.experiments().rows().stream().map(ExperimentRow::name).collect(Collectors.toSet()));
        assertTrue(model.experiments().rows().stream().allMatch(ExperimentRow::hasNetwork));
    }

    @Test
    void aWrongResolutionIsReportedNextToTheFieldAndNotEvaluated() {
        MadeExperiments.bare(folder, "a");
        model.refresh();
        model.evaluations().form().resolutionsProperty().set("native, big");
        assertTrue(model.evaluations().form().messageProperty().get().contains("big"));
        model.evaluate();
        assertTrue(asked.isEmpty());
    }

    @Test
    void whatTheFilterHidesIsNotEvaluated() {
        MadeExperiments.bare(folder, "a");
        model.refresh();
        model.experiments().filterProperty().set("nothing like it");
        model.evaluate();
        assertTrue(asked.isEmpty());
        model.experiments().filterProperty().set("");
        model.evaluate();
        assertEquals(1, asked.size());
    }

    @Test
    void anExperimentFromElsewhereJoinsTheList(@TempDir Path elsewhere) {
        MadeExperiments.evaluated(folder, "a", 8, 3);
        Experiment other = MadeExperiments.evaluated(elsewhere, "other", 5, 5);
        model.refresh();
        workbench.showExperiment(other.folder());
        assertEquals("other", model.experiments().selectedProperty().get().name());
        assertEquals(2, model.experiments().rows().size());
    }

    @Test
    void theIncludedExperimentsAreListedAndTheFirstOnesAreCompared() {
        List<Path> gallery = Stream.of("one", "two", "three", "four")
                .map(name -> MadeExperiments.evaluated(
                                workbench.workspace().folder().resolve("gallery"), name, 8, 3)
                        .folder())
                .toList();
        model.refresh();
        workbench.showGallery(gallery, 2);
        assertEquals("one", model.experiments().selectedProperty().get().name());
        assertEquals(4, model.experiments().rows().size());
        assertEquals(
                List.of("two"),
                model.experiments().ticked().stream().map(ExperimentRow::name).toList());
    }

    @Test
    void damagedPredictionsAreASentenceAndNotACrash() throws java.io.IOException {
        Experiment experiment = MadeExperiments.evaluated(folder, "a", 8, 3);
        java.nio.file.Files.writeString(experiment.folder().resolve("predictions/test@8.csv"), "rubbish");
        model.refresh();
        assertEquals(State.SHOWN, model.stateProperty().get(), "what can be read is shown");
        assertEquals(1, model.shown().results().get(0).damage().size());
        java.nio.file.Files.writeString(experiment.folder().resolve("predictions/test@native.csv"), "rubbish");
        model.refresh();
        assertTrue(model.problemProperty().get().contains("lack a column"));
        assertFalse(model.stateProperty().get() == State.SHOWN);
        assertNull(model.shown().figuresProperty().get().figure(FigureKind.RESOLUTION));
    }

    private ExperimentRow row(String name) {
        return model.experiments().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Prediction> samples) {
        return samples.stream().map(Prediction::sample).toList();
    }
}
