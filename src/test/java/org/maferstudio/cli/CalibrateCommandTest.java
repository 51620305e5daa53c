package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

@Tag("engine")
class CalibrateCommandTest {
    @TempDir
    private Path folder;

    private Experiment original;

    @BeforeEach
    void anEvaluatedNetwork() {
        original = RandomNetworks.experimentIn(folder);
        evaluate(original);
    }

    private static void evaluate(Experiment experiment) {
        CommandRun run = CommandRun.of(
                "evaluate",
                experiment.folder().toString(),
                "--split",
                "validation",
                "--resolutions",
                "native,12",
                "--threads",
                "1");
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void theCopysNetworkPredictsWhatTheScaledPredictionsSay() {
        Path out = folder.resolve("b");
        CommandRun run = CommandRun.of("calibrate", original.folder().toString(), "--out", out.toString(), "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject printed = JsonParser.parseString(run.out()).getAsJsonObject();
        double temperature = printed.get("temperature").getAsDouble();
        assertTrue(temperature > 0.05 && Math.abs(temperature - 1) > 0.01, run.out());
        assertEquals(2, printed.getAsJsonArray("changes").size());
        Experiment copy = Experiment.open(out);
        assertTrue(copy.notes().contains("calibrated"), copy.notes());
        for (Resolution resolution : List.of(Resolution.NATIVE, Resolution.of(12))) {
            Predictions scaled = copy.predictions("validation", resolution);
            evaluate(copy);
            Predictions computed = copy.predictions("validation", resolution);
            for (int i = 0; i < scaled.rows().size(); i++) {
                assertArrayEquals(
                        computed.rows().get(i).probabilities(),
                        scaled.rows().get(i).probabilities(),
                        1e-4f);
            }
        }
        assertEquals(
                original.predictions("validation", Resolution.NATIVE).rows().size(),
                copy.predictions("validation", Resolution.NATIVE).rows().size());
    }

    @Test
    void severalResolutionsShareOneTemperature() {
        Path out = folder.resolve("b");
        CommandRun run =
                CommandRun.of("calibrate", original.folder().toString(), "--out", out.toString(), "--at", "native,12");
        assertEquals(0, run.code(), run.err());
        String notes = Experiment.open(out).notes();
        int images =
                original.predictions("validation", Resolution.NATIVE).rows().size();
        assertTrue(notes.contains(2 * images + " predictions for the split validation at native, 12"), notes);
    }

    @Test
    void aSplitWithoutPredictionsIsNamed() {
        CommandRun run = CommandRun.of(
                "calibrate",
                original.folder().toString(),
                "--out",
                folder.resolve("b").toString(),
                "--split",
                "test");
        assertTrue(run.err().contains("test"), run.err());
        assertTrue(!Experiment.isExperiment(folder.resolve("b")), "nothing is left behind");
    }
}
