package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.training.benchmark.LoaderBenchmark;

class BenchCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int bench(String... options) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        String[] line = new String[options.length + 1];
        line[0] = "bench";
        System.arraycopy(options, 0, line, 1, options.length);
        return Mafer.commandLine(console, Mafer.commands(console)).execute(line);
    }

    private JsonObject answer() {
        return JsonParser.parseString(out.toString(StandardCharsets.UTF_8)).getAsJsonObject();
    }

    @Test
    @Tag("engine")
    void aNetworkIsMeasuredInTrainingAndInInference() {
        assertEquals(
                ExitCode.DONE,
                bench("--network", "se-resnet-18", "--batch", "2", "--size", "32", "--steps", "1", "--json"));
        JsonObject answer = answer();
        assertTrue(answer.get("train_images_per_second").getAsDouble() > 0, answer::toString);
        assertTrue(answer.get("infer_images_per_second").getAsDouble() > 0, answer::toString);
        assertEquals("se-resnet-18", answer.get("network").getAsString());
    }

    @Test
    void theLoaderIsMeasuredAloneOnADatasetWithThePresetsTransforms() {
        TinyFaces.write(folder, 4, 1);
        String csv = folder.resolve("fer2013.csv").toString();
        assertEquals(
                ExitCode.DONE,
                bench("--loader", "--dataset", csv, "--preset", "compact", "--steps", "2", "--threads", "2", "--json"));
        JsonObject answer = answer();
        double rate = answer.get("loader_images_per_second").getAsDouble();
        assertTrue(rate > 0, answer::toString);
        assertEquals(rate / 2, answer.get("loader_images_per_second_and_thread").getAsDouble(), 1e-9);
        assertEquals(44, answer.get("size").getAsInt());
    }

    @Test
    void theLoaderAloneDoesWhatTheAuthorsDoToFer2013() {
        TinyFaces.write(folder, 4, 1);
        String csv = folder.resolve("fer2013.csv").toString();
        assertEquals(ExitCode.DONE, bench("--loader", "--dataset", csv, "--steps", "1", "--threads", "1", "--json"));
        JsonObject answer = answer();
        assertEquals("fer2013", answer.get("recipe").getAsString());
        assertEquals(224, answer.get("size").getAsInt());
        assertEquals(AugmentationPreset.FER2013.augmentation(), LoaderBenchmark.FER2013.augmentation());
        assertEquals(ResolutionSchedule.off(), LoaderBenchmark.FER2013.schedule());
    }

    @Test
    void theWindowIsMeasuredByWhoeverKnowsOneAndItsLongestPauseIsReported() {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        WindowBenchmark madeUp = duration -> new WindowBenchmark.Pulses(duration.toSeconds(), 17, 60, 0.5);
        assertEquals(
                ExitCode.DONE,
                Mafer.commandLine(console, Mafer.commands(console, madeUp, LiveWindow.NONE))
                        .execute("bench", "--window", "--seconds", "42", "--json"));
        assertEquals(42, answer().get("longest_pulse_ms").getAsDouble());
        assertEquals(0.5, answer().get("trained_share").getAsDouble());
        assertEquals(ExitCode.USAGE, bench("--window", "--seconds", "0"));
    }

    @Test
    void whatOnlyTheLoaderNeedsIsRejectedWithoutIt() {
        assertEquals(ExitCode.USAGE, bench("--preset", "compact"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("Add --loader"), err::toString);
    }
}
