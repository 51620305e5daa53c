package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.network.NetworkFile;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private Path experiment;

    @BeforeEach
    void anIncludedExperiment() {
        experiment = included(true);
    }

    private Path included(boolean network) {
        return IncludedExperiments.entries().stream()
                .filter(entry -> entry.network() == network)
                .findFirst()
                .map(entry -> IncludedExperiments.open(entry, folder.resolve("included"))
                        .folder())
                .orElseThrow();
    }

    private CommandRun export(Path out, String... options) {
        String[] line = new String[4 + options.length];
        System.arraycopy(new String[] {"export", experiment.toString(), "--out", out.toString()}, 0, line, 0, 4);
        System.arraycopy(options, 0, line, 4, options.length);
        return CommandRun.of(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.onnx", "NET.PTH", "a/new/folder/net.safetensors"})
    void aNetworkIsWrittenAndWrittenAgain(String name) throws IOException {
        Path out = folder.resolve(name);
        CommandRun run = export(out);
        assertEquals(0, run.code(), run.err());
        assertEquals(
                out + ": se-resnet-18, input 1 x 44 x 44 (grey), classes anger, disgust, fear, happiness, sadness,"
                        + " surprise, neutral\n",
                run.out());
        byte[] first = Files.readAllBytes(out);
        assertEquals(0, export(out).code());
        assertArrayEquals(first, Files.readAllBytes(out));
    }

    @Test
    void theSafetensorsAreThoseOfTheExperiment() {
        Path out = folder.resolve("net.safetensors");
        export(out);
        NetworkFile original = NetworkFile.read(experiment.resolve("checkpoints/best.safetensors"));
        assertEquals(original.spec(), NetworkFile.read(out).spec());
        assertEquals(original.contract(), NetworkFile.read(out).contract());
        assertEquals(
                original.weights().metadata(), NetworkFile.read(out).weights().metadata());
    }

    @ParameterizedTest
    @CsvSource({"net.onnx", "net.pth", "net.safetensors"})
    void aFileOfAnotherProgramIsKeptUnlessForced(String name) throws IOException {
        Path out = Files.writeString(folder.resolve(name), "PK\u0003\u0004 somebody's own");
        CommandRun run = export(out);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--force"), run.err());
        assertEquals("PK\u0003\u0004 somebody's own", Files.readString(out));
        assertEquals(0, export(out, "--force").code());
        assertTrue(Files.size(out) > 1_000_000);
    }

    @Test
    void anotherExtensionIsRefused() {
        CommandRun run = export(folder.resolve("net.tflite"));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("Use one of .onnx, .pth, .safetensors."), run.err());
    }

    @Test
    void anExperimentWithoutItsNetworkIsNamed() {
        experiment = included(false);
        Path out = folder.resolve("net.onnx");
        CommandRun run = export(out);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(experiment.toString()) && run.err().contains("best.safetensors"), run.err());
        assertFalse(Files.exists(out));
    }
}
