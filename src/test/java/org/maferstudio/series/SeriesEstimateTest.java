package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.training.TrainingForecast;

class SeriesEstimateTest {
    @TempDir
    private Path folder;

    private Series series(String... sweep) {
        Recipe recipe = RecipeJson.change(Recipe.DEFAULT, Map.of("course.epochs", 4, "machine.threads", 1))
                .fixedHere();
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe,
                List.of(sweep).stream().map(Sweep::parse).toList(),
                SeriesPlan.ONCE,
                SeriesDraft.Search.GRID);
        return Series.create(folder.resolve("s"), recipe, draft.replications(), draft.varied(), draft.runs());
    }

    private static void finish(Series series, int run, int epochs, double seconds) {
        Experiment member = FakeRuns.finish(series, series.runs().get(run), 10, 0.5);
        member.write(new History(
                List.of(new HistoryRow(epochs, 10, 100, 1, 0.5, 1, 0.5, 0.1, 0, HistoryRow.Lowered.NONE, seconds))));
    }

    @Test
    void finishedRunsSayHowLongTheOthersTake() {
        Series series = series("lr=0.1,0.2,0.3,0.4");
        finish(series, 0, 4, 40);
        SeriesEstimate estimate = SeriesEstimate.fromFinished(RunOutcome.all(series), 1);
        assertEquals(new SeriesEstimate(3, 120, SeriesEstimate.Source.FINISHED_RUNS), estimate);
    }

    @Test
    void severalAtOnceTakeAsLongAsTheLongestAtLeast() {
        Series series = series("e=4,8");
        finish(series, 0, 4, 40);
        double seconds = SeriesEstimate.fromFinished(RunOutcome.all(series), 2).seconds();
        assertEquals(80, seconds, 1e-9, "one run is left");
    }

    @Test
    void anotherNetworkIsUnknownUntilItsSpeedIsMeasured() {
        Series series = series("bs=16,32");
        finish(series, 0, 4, 40);
        List<RunOutcome> outcomes = RunOutcome.all(series);
        assertEquals(
                SeriesEstimate.Source.UNKNOWN,
                SeriesEstimate.fromFinished(outcomes, 1).source());
        Recipe recipe = series.runs().get(1).recipe();
        TrainingForecast.Load load = new TrainingForecast.Load(1000, 100, 7);
        SeriesEstimate measured = SeriesEstimate.fromSpeed(outcomes, 1, Map.of(recipe.dataset(), load), each -> 100);
        assertEquals(SeriesEstimate.Source.MEASURED_SPEED, measured.source());
        assertEquals(TrainingForecast.of(recipe, load, 100).seconds(), measured.seconds(), 1e-9);
        assertTrue(Double.isNaN(
                SeriesEstimate.fromSpeed(outcomes, 1, Map.of(), each -> 100).seconds()));
    }
}
