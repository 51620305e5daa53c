package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.series.FakeRuns;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Sweep;

class SeriesSentenceTest {
    @TempDir
    private Path folder;

    private Series series;

    @BeforeEach
    void makeSeries() {
        Recipe recipe = RecipeJson.change(Recipe.DEFAULT, Map.of("course.epochs", 6));
        SeriesDraft draft = new SeriesDraft(
                preset -> recipe,
                List.of(Sweep.parse("lr=0.001, 0.003, 30")),
                SeriesPlan.ONCE,
                SeriesDraft.Search.GRID);
        series = Series.create(folder.resolve("s"), recipe, draft.replications(), draft.varied(), draft.runs());
    }

    private void end(int run, RunStatus status, int epoch, String problem) {
        SeriesRun planned = series.runs().get(run - 1);
        series.member(planned)
                .update(manifest ->
                        manifest.with(new ExperimentManifest.State(status, epoch, 10L * epoch, null, problem)));
    }

    private String sentence() {
        return SeriesSentence.of(SeriesResults.read(series));
    }

    @Test
    void aFailureIsSaidWithItsReasonAndTheBestOfTheOthers() {
        FakeRuns.finish(series, series.runs().get(0), 10, 0.5);
        FakeRuns.finish(series, series.runs().get(1), 10, 0.7);
        end(3, RunStatus.FAILED, 1, "The loss is not a number. Lower the learning rate.");
        assertEquals(
                "3 runs: 1 failed, 2 finished. Run 3 (lr-30): The loss is not a number. Lower the learning rate. "
                        + "Best: Learning rate 0.003, accuracy 70.0\u00a0%.",
                sentence());
    }

    @Test
    void whatHalvingHasSavedIsSaidAtTheEndAndWhatItDroppedIsNoFailure() throws IOException {
        FakeRuns.finish(series, series.runs().get(1), 10, 0.7);
        end(1, RunStatus.STOPPED, 2, "");
        end(3, RunStatus.STOPPED, 2, "");
        String scored = """
                {"varied": {"optimiser.learningRate": "%s"}, "score": %s}""";
        Files.writeString(
                series.experiment().folder().resolve("halving.json"),
                """
                {"rounds": [2, 6], "rungs": [
                  {"epochs": 2, "settings": [%s, %s, %s], "kept": [{"optimiser.learningRate": "0.003"}]},
                  {"epochs": 6, "settings": [%s], "kept": [{"optimiser.learningRate": "0.003"}]}]}"""
                        .formatted(
                                scored.formatted("0.001", "0.3"),
                                scored.formatted("0.003", "0.4"),
                                scored.formatted("30", "0.1"),
                                scored.formatted("0.003", "0.7")));
        assertEquals(
                "3 runs: 2 stopped, 1 finished. Halving trained 10 of 18 epochs, 44 % fewer than all settings to"
                        + " the end. Best: Learning rate 0.003, accuracy 70.0\u00a0%.",
                sentence());
    }
}
