package org.maferstudio.ui.results.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.DifferenceFigure;
import org.maferstudio.report.figures.MeanConfusionFigure;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Prediction;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.PairResult;
import org.maferstudio.ui.results.selection.SelectionViewModel;
import org.maferstudio.ui.workbench.Workbench;

class ComparisonViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private SelectionViewModel shown;
    private SelectedSamples samples;
    private ComparisonViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        shown = new SelectionViewModel(
                jobs,
                why -> {
                    throw new AssertionError(why);
                },
                LocatedDatasets.of(workspace));
        samples = new SelectedSamples(new Workbench(workspace), jobs);
        model = new ComparisonViewModel(jobs, shown, samples, why -> {
            throw new AssertionError(why);
        });
        shown.figuresProperty().addListener((property, old, now) -> samples.update(now.shown(), now.resolution()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void severalStandSideBySideAndTheFirstIsTakenFromAnother() {
        look(evaluated("a", 8), evaluated("b", 5));
        ConfusionFigure beside =
                assertInstanceOf(ConfusionFigure.class, model.figureProperty().get());
        assertEquals(
                List.of("a", "b"),
                beside.panels().stream().map(ConfusionFigure.Panel::title).toList());
        model.modeProperty().set(ComparisonMode.DIFFERENCE);
        DifferenceFigure difference =
                assertInstanceOf(DifferenceFigure.class, model.figureProperty().get());
        assertEquals("b \u2212 a", difference.title());
        assertEquals(-0.3, difference.value(0, 0), 1e-12);
        assertEquals(0.3, difference.value(0, 1), 1e-12);
        shown.normalisationProperty().set(Normalisation.COUNTS);
        difference =
                assertInstanceOf(DifferenceFigure.class, model.figureProperty().get());
        assertEquals(-3, difference.value(0, 0), 0);
    }

    @Test
    void oneAloneHasNoDifference() {
        look(evaluated("a", 8));
        model.modeProperty().set(ComparisonMode.DIFFERENCE);
        assertInstanceOf(ConfusionFigure.class, model.figureProperty().get());
        assertNull(model.otherProperty().get());
    }

    @Test
    void theSamplesFixedAndBrokenAreThoseOfTheTest() {
        look(evaluated("a", 5), evaluated("b", 8));
        PairResult pair = shown.pairs().all().get(0);
        assertEquals(21, pair.comparison().orElseThrow().onlyB());
        model.choose(pair, PairedPredictions.Outcome.ONLY_B_CORRECT);
        assertEquals(21, samples.samples().size());
        assertTrue(samples.samples().stream().allMatch(Prediction::correct), "b got them right");
        model.choose(pair, PairedPredictions.Outcome.ONLY_A_CORRECT);
        assertEquals(0, samples.samples().size());
        model.choose(pair, PairedPredictions.Outcome.NEITHER_CORRECT);
        assertEquals(14, samples.samples().size());
        model.choose(pair, PairedPredictions.Outcome.BOTH_CORRECT);
        assertEquals(35, samples.samples().size());
    }

    @Test
    void fixedAtOneResolutionDoesNotCountAtAnother() {
        Experiment a = evaluated("a", 5);
        Experiment b = evaluated("b", 8);
        Stream.of(a, b).forEach(each -> each.write(MadeExperiments.predictions("test", Resolution.of(8), 3)));
        look(a, b);
        model.choose(shown.pairs().all().get(0), PairedPredictions.Outcome.ONLY_B_CORRECT);
        assertEquals(21, samples.samples().size());
        shown.resolutionProperty().set(Resolution.of(8));
        assertEquals(0, samples.samples().size());
    }

    @Test
    void foldsCanBeSteppedThroughAfterTheirMean() {
        Series series = Series.create(
                folder.resolve("experiments").resolve("2026-01-01-120000-s"),
                Recipe.DEFAULT.named("s"),
                new SeriesPlan(2, Fold.By.USUAL, List.of()));
        series.experiment().write(MadeExperiments.predictions("test", Resolution.NATIVE, 7));
        series.member(series.runs().get(0)).write(MadeExperiments.predictions("test", Resolution.NATIVE, 6));
        series.member(series.runs().get(1)).write(MadeExperiments.predictions("test", Resolution.NATIVE, 8));
        look(series.experiment());
        assertEquals(2, model.foldCountProperty().get());
        MeanConfusionFigure mean = assertInstanceOf(
                MeanConfusionFigure.class, model.figureProperty().get());
        assertEquals(0.7, mean.panels().get(0).spread().mean(0, 0), 1e-12);
        assertEquals(Math.sqrt(0.02), mean.panels().get(0).spread().standardDeviation(0, 0), 1e-12);
        assertEquals("70.0 \u00b1 14.1", model.foldRows().get(2).accuracy());
        model.foldProperty().set(2);
        ConfusionFigure second =
                assertInstanceOf(ConfusionFigure.class, model.figureProperty().get());
        assertEquals("s, fold-02", second.panels().get(0).title());
        assertEquals(8, second.panels().get(0).matrix().count(0, 0));
    }

    private Experiment evaluated(String name, int right) {
        Experiment experiment = Experiment.create(
                folder.resolve("experiments").resolve("2026-01-01-120000-" + name), Recipe.DEFAULT.named(name));
        experiment.write(MadeExperiments.predictions("test", Resolution.NATIVE, right));
        return experiment;
    }

    private void look(Experiment... experiments) {
        shown.load(Stream.of(experiments).map(Experiment::folder).toList());
    }
}
