package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.recipe.Recipe;

/** What the commands of series say without training. */
class SeriesCommandsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --sweep lr=0.1,abc                              | Value 2 of optimiser.learningRate, "abc", is not allowed
            --sweep lr=0.1..1                               | has no number of values
            --sweep lr=0.1,0.2 --sweep learning-rate=0.3    | varied twice
            --sweep lr=0.1,0.2 --runs 0                     | --runs must be at least 1
            --sweep lr=0.1,0.2 --at-once 0                  | --at-once must be from 1 to 1000
            --sweep lr=0.1,0.2 --on cloud                   | --on must be local or slurm, got cloud
            --sweep lr=0.1,0.2 --halving 1                  | must be at least 2, got 1
            --sweep lr=0.1,0.2 --halving --on slurm         | cluster
            --sweep lr=0.1,0.2 --via cluster                | Add --on slurm
            --sweep lr=0.1,0.2 --on slurm --remote-dir s    | Add --via HOST
            --sweep lr=0.1,0.2 --on slurm --via c --send-data | name a folder of the host with --remote-dir
            --sweep lr=0.1,0.2 -tr -tt                        | --test
            --at-once 2 --sweep size=32,20 --network se-resnet-50 | se-resnet-50
            """)
    void whatCannotBePlannedIsSaidAndNothingIsWritten(String options, String message) {
        List<String> line = new ArrayList<>(List.of(
                "train", "--dataset", "drawn", "--out", folder.resolve("s").toString()));
        line.addAll(List.of(options.split(" ")));
        CommandRun run = CommandRun.of(line.toArray(String[]::new));
        assertEquals(ExitCode.USAGE, run.code(), run.err());
        assertTrue(run.err().toLowerCase(Locale.ROOT).contains(message.toLowerCase(Locale.ROOT)), run.err());
        assertFalse(Files.exists(folder.resolve("s")));
    }

    @Test
    void aSeriesIsListedBeforeItsRunsHaveStarted() {
        Series.create(folder.resolve("s"), Recipe.DEFAULT, new SeriesPlan(3, Fold.By.IMAGE, List.of(17L, 18L)));
        CommandRun text = CommandRun.of("series", folder.resolve("s").toString());
        assertTrue(text.out().contains("6 runs: 6 waiting"), text.out());
        CommandRun run = CommandRun.of("series", folder.resolve("s").toString(), "--json");
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        JsonObject last = json.getAsJsonArray("runs").get(5).getAsJsonObject();
        assertEquals("new", last.get("status").getAsString());
        assertEquals("{\"seed\":18,\"fold\":3}", last.get("varied").toString());
        assertEquals(1, json.getAsJsonArray("groups").size());
    }

    @Test
    void aSingleTrainingIsNoSeriesAndARunThatDoesNotExistIsNamed() {
        Experiment.create(folder.resolve("e"), Recipe.DEFAULT);
        CommandRun single = CommandRun.of("series", folder.resolve("e").toString());
        assertEquals(ExitCode.USAGE, single.code());
        assertTrue(single.err().contains("is a single training, not a series"), single.err());
        Series.create(folder.resolve("s"), Recipe.DEFAULT, new SeriesPlan(3, Fold.By.IMAGE, List.of()));
        CommandRun fourth = CommandRun.of("run-task", folder.resolve("s").toString(), "4");
        assertEquals(ExitCode.USAGE, fourth.code());
        assertTrue(fourth.err().contains("has no run 4. Its runs have the numbers 1 to 3."), fourth.err());
    }
}
