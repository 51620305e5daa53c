package org.maferstudio.series.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.IncludedSeries;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.EpochBandsFigure;
import org.maferstudio.report.figures.ParallelAxis;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.report.figures.ResolutionBandsFigure;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.SettingResult;
import org.maferstudio.series.Sweep;

/** Numbers from NumPy and SciPy, see {@code src/test/resources/series/bands.py}. */
class SeriesFiguresTest {
    @TempDir
    private Path folder;

    private static JsonObject oracle(String part) throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("src/test/resources/series/bands.json")))
                .getAsJsonObject()
                .getAsJsonObject(part);
    }

    private static void assertIs(JsonObject known, Spread spread) {
        assertEquals(known.get("n").getAsInt(), spread.n());
        assertEquals(known.get("mean").getAsDouble(), spread.mean(), 1e-12);
        if (spread.n() == 1) {
            assertTrue(spread.interval().isEmpty(), "a single run has no band");
        } else {
            Interval interval = spread.interval().orElseThrow();
            assertEquals(known.get("sd").getAsDouble(), spread.standardDeviation(), 1e-12);
            assertEquals(known.get("low").getAsDouble(), interval.low(), 1e-9);
            assertEquals(known.get("high").getAsDouble(), interval.high(), 1e-9);
        }
    }

    private SeriesFigures included() {
        return new SeriesFigures(SeriesResults.read(IncludedSeries.open(folder.resolve("gallery"))), "accuracy");
    }

    private Series sweep(String... sweeps) {
        SeriesDraft draft = new SeriesDraft(
                preset -> Recipe.DEFAULT,
                Stream.of(sweeps).map(Sweep::parse).toList(),
                new SeriesPlan(0, Fold.By.USUAL, List.of(1L, 2L)),
                SeriesDraft.Search.GRID);
        return Series.create(folder.resolve("s"), Recipe.DEFAULT, draft.replications(), draft.varied(), draft.runs());
    }

    @Test
    void accuracyByResolutionOfTheIncludedNetworksHasTheMeansAndIntervalsOfTheirSeeds() throws IOException {
        SeriesFigures figures = included();
        ResolutionBandsFigure figure = figures.resolutions(figures.shown(Optional.empty()));
        assertEquals(
                List.of("Baseline", "Multi-resolution", "Multi-resolution, no teacher"),
                figure.settings().stream()
                        .map(ResolutionBandsFigure.Setting::name)
                        .toList());
        JsonObject oracle = oracle("resolutions");
        for (ResolutionBandsFigure.Setting setting : figure.settings()) {
            JsonObject known = oracle.getAsJsonObject(setting.name());
            assertEquals(6, setting.accuracy().size());
            setting.accuracy().forEach((at, spread) -> assertIs(known.getAsJsonObject(at.id()), spread));
        }
        assertEquals(
                List.of("Baseline", "12", "3", "0.279", "0.014", "0.244", "0.315"),
                figure.table().orElseThrow().rows().get(4));
        assertEquals("FER2013, all 3 seeds: test", figures.header(SeriesFigureKind.RESOLUTION));
        assertEquals("FER2013, all 3 seeds: validation", figures.header(SeriesFigureKind.HISTORY));
    }

    @Test
    void trainingCurvesHaveTheMeansAndIntervalsOfEachEpoch() throws IOException {
        SeriesFigures figures = included();
        JsonObject oracle = oracle("epochs");
        for (EpochBandsFigure.Setting setting :
                figures.epochs(figures.shown(Optional.empty())).settings()) {
            JsonObject known = oracle.getAsJsonObject(setting.name());
            assertEquals(20, setting.epochs().size());
            for (EpochBandsFigure.Epoch epoch : setting.epochs()) {
                JsonObject values = known.getAsJsonObject(String.valueOf(epoch.number()));
                assertIs(values.getAsJsonObject("loss"), epoch.loss());
                assertIs(values.getAsJsonObject("accuracy"), epoch.accuracy());
            }
        }
    }

    @Test
    void curvesEndWithTheLastEpochThatAllRunsHaveReached() {
        HistoryRow[] rows = {row(1, 0.5), row(2, 0.6), row(2, 0.65), row(3, 0.7)};
        EpochBandsFigure.Setting setting = EpochBandsFigure.Setting.of(
                "a", List.of(List.of(rows), List.of(row(1, 0.3), row(2, 0.35), row(3, Double.NaN))));
        assertEquals(
                List.of(1, 2),
                setting.epochs().stream().map(EpochBandsFigure.Epoch::number).toList());
        assertEquals(List.of(0.65, 0.35), setting.epochs().get(1).accuracy().values(), "of an epoch the last row");
    }

    private static HistoryRow row(int epoch, double accuracy) {
        return new HistoryRow(
                epoch, epoch, 10L * epoch, 1, 0.5, Double.isNaN(accuracy) ? accuracy : 1, accuracy, 0.01, 0, 1);
    }

    @Test
    void aSettingWithoutFinishedRunsShowsThoseThatHaveBegun() {
        Series series = sweep("lr=0.001,0.003");
        Experiment begun = series.member(series.runs().get(2));
        begun.write(History.empty().plus(row(1, 0.4)));
        SeriesFigures figures = new SeriesFigures(SeriesResults.read(series), "accuracy");
        List<EpochBandsFigure.Setting> settings =
                figures.epochs(figures.shown(Optional.empty())).settings();
        assertEquals(
                List.of("Learning rate 0.003"),
                settings.stream().map(EpochBandsFigure.Setting::name).toList());
        assertEquals(1, settings.get(0).epochs().get(0).accuracy().n());
    }

    @Test
    void parallelCoordinatesHaveAnAxisForEachSweepAndALineForEachSetting() {
        Series series = sweep("lr=log 1e-4..1e-2 x 3", "o=adam,sgd");
        FakeRuns.finishAll(series, 100, run -> 0.5 + run.number() / 100.0);
        ParallelFigure figure = new SeriesFigures(SeriesResults.read(series), "accuracy").parallel();
        assertEquals(
                List.of(ParallelAxis.Scale.LOG, ParallelAxis.Scale.NAMES),
                figure.axes().stream().map(ParallelAxis::scale).toList());
        assertEquals(6, figure.lines().size());
        assertEquals(0.5, figure.place(0, 2), 1e-12, "0.001 is half way on a logarithmic axis");
        assertEquals(0.75, figure.place(1, 0), 1e-12);
        assertEquals("Learning rate 0.0001, Optimiser adam: 51.5\u00a0% (45.1\u201357.9), 2 runs", figure.text(0));
    }

    @Test
    void fourSettingsHaveBandsAndTheSelectedOneIsAmongThem() {
        Series series = sweep("lr=0.001,0.002,0.003,0.004,0.005");
        FakeRuns.finishAll(series, 100, run -> 0.5 + run.number() / 100.0);
        SeriesResults results = SeriesResults.read(series);
        SeriesFigures figures = new SeriesFigures(results, "accuracy");
        SettingResult worst = results.settings().get(0);
        assertEquals(results.settings().subList(1, 5), figures.shown(Optional.empty()));
        assertEquals(
                List.of("0.001", "0.003", "0.004", "0.005"),
                figures.shown(Optional.of(worst)).stream()
                        .map(setting -> setting.varied().get("optimiser.learningRate"))
                        .toList());
        assertEquals(
                "run: validation, best 4 of 5 settings",
                figures.header(SeriesFigureKind.HISTORY).replace(series.recipe().name(), "run"));
    }

    @Test
    void whatIsMissingIsSaidWithACommand() {
        Series series = sweep("lr=0.001,0.003");
        FakeRuns.finishAll(series, 100, run -> 0.5);
        SeriesFigures figures = new SeriesFigures(SeriesResults.read(series), "accuracy");
        List<SettingResult> shown = figures.shown(Optional.empty());
        Problem resolutions = assertThrows(Problem.class, () -> figures.resolutions(shown));
        assertTrue(
                resolutions.getMessage().contains("mafer evaluate " + series.experiment() + " --split validation"),
                resolutions::getMessage);
        Problem history = assertThrows(Problem.class, () -> figures.epochs(shown));
        assertTrue(history.getMessage().contains("Wait for the first epoch"), history::getMessage);
        FakeRuns.finish(series, series.runs().get(0), 100, 0.6)
                .write(FakeRuns.predictions("validation", 100, 0.4, 1, Resolution.of(16)));
        assertEquals(Map.of("accuracy", 0.6, "accuracy@16", 0.4), reached(SeriesResults.read(series)));
    }

    private static Map<String, Double> reached(SeriesResults results) {
        Map<String, Double> measures = results.runs().get(0).measures();
        return Map.of("accuracy", measures.get("accuracy"), "accuracy@16", measures.get("accuracy@16"));
    }
}
