package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Spread;

/** Numbers from NumPy and SciPy, see {@code src/test/resources/series/intervals.py}. */
class SeriesResultsTest {
    private static final int IMAGES = 100;

    @TempDir
    private Path folder;

    private static JsonObject oracle() throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("src/test/resources/series/intervals.json")))
                .getAsJsonObject();
    }

    private static List<Double> numbers(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsDouble)
                .toList();
    }

    private Series series(List<Long> seeds, String... sweeps) {
        SeriesDraft draft = new SeriesDraft(
                preset -> Recipe.DEFAULT,
                Stream.of(sweeps).map(Sweep::parse).toList(),
                seeds.isEmpty() ? SeriesPlan.ONCE : new SeriesPlan(0, Fold.By.USUAL, seeds),
                SeriesDraft.Search.GRID);
        return Series.create(folder.resolve("s"), Recipe.DEFAULT, draft.replications(), draft.varied(), draft.runs());
    }

    @Test
    void intervalsOfMeansAreSciPys() throws IOException {
        for (JsonElement each : oracle().getAsJsonArray("spreads")) {
            JsonObject known = each.getAsJsonObject();
            Spread spread = new Spread(numbers(known.get("values")));
            Interval interval = spread.interval().orElseThrow();
            assertEquals(known.get("mean").getAsDouble(), spread.mean(), 1e-14);
            assertEquals(known.get("sd").getAsDouble(), spread.standardDeviation(), 1e-14);
            assertEquals(known.get("low").getAsDouble(), interval.low(), 1e-9);
            assertEquals(known.get("high").getAsDouble(), interval.high(), 1e-9);
        }
        assertTrue(new Spread(List.of(0.5)).interval().isEmpty());
    }

    @Test
    void aSettingHasTheMeanOfItsSeedsAndTheBestOneIsComparedOverTheSameSeeds() throws IOException {
        JsonObject oracle = oracle();
        Map<Double, List<Double>> reached = Map.of(0.001, numbers(oracle.get("b")), 0.003, numbers(oracle.get("a")));
        Series series = series(List.of(1L, 2L, 3L, 4L), "lr=0.001,0.003");
        FakeRuns.finishAll(
                series, IMAGES, run -> reached.get(run.recipe().optimiser().learningRate())
                        .get((int) run.recipe().course().seed() - 1));
        SeriesResults results = SeriesResults.read(series);
        assertTrue(results.isComplete());
        SettingResult best = results.best("accuracy").orElseThrow();
        assertEquals(Map.of("optimiser.learningRate", "0.003"), best.varied());
        assertEquals(
                numbers(oracle.get("a")), best.spread("accuracy").orElseThrow().values());
        Interval difference =
                best.difference(results.settings().get(0), "accuracy").orElseThrow();
        List<Double> known = numbers(oracle.get("difference"));
        assertEquals(known.get(0), difference.low(), 1e-9);
        assertEquals(known.get(1), difference.high(), 1e-9);
        assertEquals(List.of(results.settings().get(0)), results.rivals("accuracy"), "0 is in the interval");
    }

    @Test
    void onlySettingsWhoseRunsAreAllFinishedCanBeTheBest() {
        Series series = series(List.of(1L, 2L), "lr=0.001,0.003");
        List<SeriesRun> runs = series.runs();
        FakeRuns.finish(series, runs.get(0), IMAGES, 0.6);
        FakeRuns.finish(series, runs.get(1), IMAGES, 0.6);
        FakeRuns.finish(series, runs.get(2), IMAGES, 0.9);
        SeriesResults results = SeriesResults.read(series);
        assertEquals(results.settings().get(0), results.best("accuracy").orElseThrow());
        assertEquals(Map.of(RunStatus.NEW, 1L, RunStatus.FINISHED, 3L), results.counts());
        assertTrue(results.best("loss").isEmpty());
    }

    @Test
    void theDescriptionHasRunsGroupsAndTheBestSetting() {
        Series series = series(List.of(1L, 2L), "lr=0.001,0.003", "o=adam,sgd");
        FakeRuns.finish(series, series.runs().get(0), IMAGES, 0.6);
        Experiment second = FakeRuns.finish(series, series.runs().get(1), IMAGES, 0.7);
        JsonObject json = JsonParser.parseString(
                        Json.gson().toJson(SeriesDescription.of(SeriesResults.read(series), "accuracy")))
                .getAsJsonObject();
        JsonObject run = json.getAsJsonArray("runs").get(1).getAsJsonObject();
        assertEquals(second.folder().toString(), run.get("folder").getAsString());
        assertEquals("finished", run.get("status").getAsString());
        assertEquals(0.7, run.getAsJsonObject("measures").get("accuracy").getAsDouble());
        assertEquals(
                "{\"optimiser.learningRate\":0.001,\"optimiser.algorithm\":\"adam\",\"seed\":2}",
                run.get("varied").toString());
        JsonObject group = json.getAsJsonArray("groups").get(0).getAsJsonObject();
        assertEquals(
                "{\"optimiser.learningRate\":0.001,\"optimiser.algorithm\":\"adam\"}",
                group.get("varied").toString());
        assertEquals(0.65, group.get("mean").getAsDouble(), 1e-12);
        assertEquals(Math.sqrt(0.005), group.get("sd").getAsDouble(), 1e-12);
        assertEquals(2, group.get("n").getAsInt());
        assertEquals(
                0,
                json.getAsJsonArray("groups").get(1).getAsJsonObject().get("n").getAsInt());
        assertNull(json.getAsJsonArray("groups").get(1).getAsJsonObject().get("mean"));
        assertEquals(0.65, json.getAsJsonObject("best").get("mean").getAsDouble(), 1e-12);
        assertEquals("validation", json.get("split").getAsString());
        JsonObject effect = json.getAsJsonObject("effects")
                .getAsJsonArray("optimiser.learningRate")
                .get(0)
                .getAsJsonObject();
        assertEquals("0.001", effect.get("value").toString());
        assertEquals("[0.6,0.7]", effect.get("values").toString());
    }

    @Test
    void aSeriesOfAnEarlierVersionIsReadToo() throws IOException {
        Series.create(folder.resolve("old"), Recipe.DEFAULT, new SeriesPlan(3, Fold.By.IMAGE, List.of(7L)));
        Files.writeString(folder.resolve("old/series.json"), "{\"folds\": 3, \"by\": \"image\", \"seeds\": [7]}");
        SeriesResults results = SeriesResults.read(Series.open(folder.resolve("old")));
        assertEquals(
                List.of("seed-7-fold-01", "seed-7-fold-02", "seed-7-fold-03"),
                results.runs().stream().map(run -> run.run().name()).toList());
        assertEquals(1, results.settings().size());
    }
}
