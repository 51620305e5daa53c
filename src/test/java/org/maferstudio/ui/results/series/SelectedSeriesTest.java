package org.maferstudio.ui.results.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.EffectFigure;
import org.maferstudio.report.figures.ResolutionBandsFigure;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.Sweep;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.ui.workbench.Workbench;

class SelectedSeriesTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;
    private SelectedSeries model;

    @BeforeEach
    void openTheWorkspace() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        model = new SelectedSeries(workbench, new DirectJobs(), this::fail);
    }

    private void fail(String problem) {
        throw new AssertionError(problem);
    }

    @AfterEach
    void closeTheWorkspace() {
        workspace.close();
    }

    /** Four runs: a learning rate of 0.001 reaches 60 and 62 %, one of 0.003 reaches {@code better} and 1 point more. */
    static Series series(Path folder, double better) {
        SeriesDraft draft = new SeriesDraft(
                preset -> Recipe.DEFAULT,
                List.of(Sweep.parse("lr=0.001, 0.003")),
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)),
                SeriesDraft.Search.GRID);
        Series series = Series.create(folder, Recipe.DEFAULT, draft.replications(), draft.varied(), draft.runs());
        FakeRuns.finishAll(series, 100, run -> {
            boolean first = run.recipe().course().seed() == 1;
            return run.recipe().optimiser().learningRate() < 0.002
                    ? (first ? 0.6 : 0.62)
                    : (first ? better : better + 0.01);
        });
        return series;
    }

    @Test
    void theBestSettingIsNamedWithItsInterval() {
        Series series = series(folder.resolve("s"), 0.9);
        model.select(series.experiment().folder());
        assertEquals(2, model.settings().size());
        assertEquals(4, model.runs().size());
        assertEquals("4 runs: 4 finished", model.countsProperty().get());
        assertTrue(
                model.conclusionProperty()
                        .get()
                        .startsWith("Best setting: Learning rate 0.003; Accuracy on validation 90.5\u00a0%"),
                model.conclusionProperty()::get);
        assertTrue(model.isBest(model.settings().get(1)));
    }

    @Test
    void settingsThatTheRunsDoNotTellApartAreNamedToo() {
        Series series = series(folder.resolve("s"), 0.61);
        model.select(series.experiment().folder());
        assertTrue(
                model.conclusionProperty().get().contains("Not told apart from it by these runs: Learning rate 0.001."),
                model.conclusionProperty()::get);
    }

    @Test
    void aSettingShowsItsRunsAndKeepsThemWhenTheSeriesIsReadAgain() {
        Series series = series(folder.resolve("s"), 0.9);
        model.select(series.experiment().folder());
        model.settingProperty().set(model.settings().get(1));
        assertEquals(2, model.runs().size());
        model.select(series.experiment().folder());
        assertEquals("0.003", model.settingProperty().get().varied().get("optimiser.learningRate"));
        assertEquals(2, model.runs().size());
    }

    @Test
    void theBestSettingIsEvaluatedOnTestOnceAllRunsAreFinishedAndTheCountIsShown() {
        Series series = series(folder.resolve("s"), 0.9);
        List<String> asked = new ArrayList<>();
        model = new SelectedSeries(workbench, new DirectJobs(), this::fail, (each, measure, progress) -> {
            asked.add(measure);
            return Optional.empty();
        });
        model.select(series.experiment().folder());
        ChosenTest test = model.test();
        assertTrue(test.availableProperty().get());
        assertEquals("", test.resultProperty().get());
        assertEquals(
                "Evaluates the best setting by Accuracy on validation, Learning rate 0.003 (2 networks), on the test "
                        + "split. The result says how good the setting is on other images only if nothing is chosen by "
                        + "it: decide on the settings and the measure first. So far, no setting of this series was "
                        + "evaluated on test.",
                test.questionProperty().get());
        test.start();
        assertEquals(List.of("accuracy"), asked);
    }

    @Test
    void anOutcomeOnTestIsShownWithItsIntervalAndCount() throws IOException {
        Series series = series(folder.resolve("s"), 0.9);
        Files.writeString(
                series.experiment().folder().resolve("chosen.json"),
                "{\"varied\": {\"optimiser.learningRate\": \"0.003\"}, \"measure\": \"accuracy\", \"evaluations\": 2,"
                        + "\"test\": {\"accuracy\": [0.8, 0.82], \"macro_f1\": [0.7]}}");
        model.select(series.experiment().folder());
        assertEquals(
                "On test, Learning rate 0.003: Accuracy 81.0\u00a0% (95\u00a0%: 68.3 to 93.7), Macro F1 70.0\u00a0%. "
                        + "Test evaluations of this series: 2.",
                model.test().resultProperty().get());
    }

    @Test
    void testWaitsUntilEveryRunIsFinished() {
        Series series = series(folder.resolve("s"), 0.9);
        Experiment last = series.member(series.runs().get(3));
        last.update(manifest -> manifest.with(manifest.state().as(RunStatus.STOPPED)));
        model.select(series.experiment().folder());
        assertFalse(model.test().availableProperty().get());
    }

    @Test
    void theEffectHasTheMeanOfEachValueInTheOrderOfNumbers() {
        Series series = series(folder.resolve("s"), 0.9);
        model.figures().kindProperty().set(SeriesFigureKind.EFFECT);
        model.select(series.experiment().folder());
        EffectFigure effect = (EffectFigure) model.figures().figureProperty().get();
        assertEquals("Learning rate", effect.setting());
        assertEquals(
                List.of("0.001", "0.003"),
                effect.levels().stream().map(EffectFigure.Level::value).toList());
        assertEquals(0.905, effect.levels().get(1).spread().mean(), 1e-12);
        model.measureProperty().set("macro_f1");
        assertEquals(
                "Macro F1", ((EffectFigure) model.figures().figureProperty().get()).measure());
    }

    @Test
    void aFigureThatCannotBeMadeSaysWhy() {
        Series series = series(folder.resolve("s"), 0.9);
        model.select(series.experiment().folder());
        assertNull(model.figures().figureProperty().get());
        assertTrue(
                model.figures().problemProperty().get().startsWith("No run was evaluated at a lower resolution."),
                model.figures().problemProperty()::get);
    }

    @Test
    void partsOfAxesFilterTheSettings() {
        Series series = series(folder.resolve("s"), 0.9);
        SeriesFigureModel figures = model.figures();
        figures.kindProperty().set(SeriesFigureKind.PARALLEL);
        model.select(series.experiment().folder());
        assertEquals(
                "Learning rate: all values, 2 of 2 settings", figures.filter().sentence());
        figures.filter().moveValue(1);
        assertEquals(List.of("0.001"), rates());
        assertEquals("Learning rate: 0.001; 1 of 2 settings", figures.filter().sentence());
        figures.filter().moveValue(1);
        assertEquals(List.of("0.003"), rates());
        figures.filter().moveAxis(1);
        figures.filter().choose(1, 0, 0.1);
        assertEquals(List.of(), rates(), "no line passes through both parts");
        model.select(series.experiment().folder());
        assertEquals(List.of(), rates(), "a choice outlives a reading");
        figures.filter().clear(0);
        assertEquals(List.of("0.001"), rates());
        figures.kindProperty().set(SeriesFigureKind.EFFECT);
        assertEquals(List.of("0.001", "0.003"), rates());
    }

    private List<String> rates() {
        return model.settings().stream()
                .map(setting -> setting.varied().get("optimiser.learningRate"))
                .toList();
    }

    @Test
    void seedsAloneHaveBandsAndNothingElse() {
        Series seeds = Series.create(
                folder.resolve("seeds"), Recipe.DEFAULT, new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)));
        FakeRuns.finishAll(seeds, 100, run -> 0.6);
        seeds.members().forEach(run -> run.write(FakeRuns.predictions("validation", 100, 0.4, 1, Resolution.of(16))));
        model.select(seeds.experiment().folder());
        assertEquals(
                List.of(SeriesFigureKind.RESOLUTION, SeriesFigureKind.HISTORY),
                model.figures().kinds());
        ResolutionBandsFigure bands =
                (ResolutionBandsFigure) model.figures().figureProperty().get();
        assertEquals(
                2, bands.settings().get(0).accuracy().get(Resolution.of(16)).n());
    }

    @Test
    void aRunOpensAsAnExperiment() {
        Series series = series(folder.resolve("s"), 0.9);
        model.select(series.experiment().folder());
        model.open(model.runs().get(0));
        assertEquals(
                model.runs().get(0).folder(), workbench.experimentProperty().get());
    }

    @Test
    void aSingleTrainingAndNothingAreNoSeries() {
        Experiment single = Experiment.create(folder.resolve("single"), Recipe.DEFAULT);
        Series series = series(folder.resolve("s"), 0.9);
        model.select(series.experiment().folder());
        assertNotNull(model.resultsProperty().get());
        model.select(single.folder());
        assertNull(model.resultsProperty().get());
        assertEquals(List.of(), model.runs());
        model.select(series.experiment().folder());
        model.select(null);
        assertNull(model.resultsProperty().get());
        assertEquals("", model.conclusionProperty().get());
    }
}
