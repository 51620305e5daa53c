package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;

/** What {@code mafer train} says before it trains; its input is too small for any network, so that it never does. */
class TrainCommandTest {
    private static final String DRAWN = "training on drawn faces";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void itReportsDrawnFacesIfNoDatasetIsGiven() {
        train();
        assertTrue(said().contains(DRAWN), this::said);
    }

    @Test
    void aShareToHoldOutNamesNoDataset() {
        train("--valid-share", "0.2");
        assertTrue(said().contains(DRAWN), this::said);
    }

    @Test
    void itPrintsNothingIfAnOptionOrARecipeNamesOne() throws IOException {
        train("--dataset", "drawn");
        Path recipe = Files.writeString(folder.resolve("r.json"), "{\"dataset\": {\"paths\": [\"drawn\"]}}");
        train("--recipe", recipe.toString());
        assertFalse(said().contains(DRAWN), this::said);
    }

    @Test
    void anInvalidDeviceIsReported() {
        train("--dataset", "drawn", "--device", "tpu");
        assertTrue(said().contains("device must be auto, cpu or gpu:N, got tpu."), this::said);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void train(String... options) {
        String[] line = new String[options.length + 7];
        System.arraycopy(
                new String[] {
                    "train", "--out", folder.resolve("a").toString(), "--network", "se-resnet-50", "--size", "20"
                },
                0,
                line,
                0,
                7);
        System.arraycopy(options, 0, line, 7, options.length);
        Console console = new Console(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        assertEquals(
                ExitCode.USAGE,
                Mafer.commandLine(console, Mafer.commands(console)).execute(line),
                this::said);
    }
}
