package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.fixture.DrawnPersons;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.weights.Safetensors;

/** The paper's first step from the command line, on drawn persons and a small network. */
@Tag("engine")
class StepOneTest {
    private static final List<String> SMALL = List.of(
            "--network",
            "se-resnet-18",
            "--size",
            "32",
            "--resize",
            "36",
            "-e",
            "1",
            "-bs",
            "8",
            "-ba",
            "2",
            "--validations",
            "2",
            "--evaluate-at",
            "8",
            "--device",
            "cpu",
            "--threads",
            "1",
            "-lr",
            "0.01");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path base;
    private Path persons;

    @BeforeEach
    void aBaseAndPersons() {
        base = folder.resolve("base.safetensors");
        try (Network network = Network.create(
                NetworkSpec.seResNet18(3), 5, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            Safetensors.write(base, network.weights());
        }
        persons = DrawnPersons.write(folder.resolve("persons"), 102, 2);
    }

    private int train(String name, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("train", "--out", folder.resolve(name).toString()));
        arguments.addAll(SMALL);
        arguments.addAll(Arrays.asList(more));
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new StopRequest());
        return Mafer.commandLine(console, Mafer.commands(console)).execute(arguments.toArray(String[]::new));
    }

    @Test
    void theStudentLearnsFromTheBaseAndAFurtherTrainingContinuesFromIt() throws IOException {
        String data = persons.toString();
        assertEquals(
                0,
                train("cr", "--preset", "cr", "-bp", base.toString(), "--dataset", data, "--valid-share", "0.5"),
                err::toString);
        Experiment cr = Experiment.open(folder.resolve("cr"));
        assertEquals("vggface2", cr.manifest().dataset().format());
        assertEquals(
                List.of("base", "teacher"), List.copyOf(cr.manifest().weights().keySet()));
        assertEquals(2, cr.history().rows().size());
        for (HistoryRow row : cr.history().rows()) {
            assertEquals(8, row.lowered().pixels());
        }
        assertTrue(cr.log().contains("teacher " + base + " with lambda 0.1"), cr.log());
        // 102 persons are too many for a probability each.
        assertEquals(
                102, cr.predictions("validation", Resolution.of(8)).labels().size());
        assertTrue(Files.readString(cr.predictionFiles().get(0)).startsWith("sample,group,label,predicted,confidence"));

        String best = cr.bestWeights().toString();
        String others = DrawnPersons.write(folder.resolve("others"), 3, 8).toString();
        assertEquals(
                0,
                train(
                        "further",
                        "--preset",
                        "cr-simplified",
                        "-bp",
                        best,
                        "--dataset",
                        others,
                        "--valid-share",
                        "0.25"),
                err::toString);
        Experiment further = Experiment.open(folder.resolve("further"));
        assertEquals(3, further.manifest().labels().size());
        assertTrue(further.log().contains("The classifier is new"), further.log());
        assertEquals(List.of("base"), List.copyOf(further.manifest().weights().keySet()));
    }

    @Test
    void thePresetWithoutABaseSaysWhatIsMissing() {
        assertEquals(2, train("cr", "--preset", "cr", "--dataset", persons.toString(), "--valid-share", "0.5"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("uses its initial weights as the teacher, but none are given"), said);
        assertTrue(Files.notExists(folder.resolve("cr")));
    }

    @Test
    void theAuthorsNameOfVggFace2IsTheFirstStep() {
        persons = DrawnPersons.write(folder.resolve("few"), 3, 60);
        assertEquals(
                0,
                train("named", "-tr", "-bp", base.toString(), "-dn", "vggface2", "-df", persons.toString()),
                err::toString);
        Recipe recipe = Experiment.open(folder.resolve("named")).manifest().recipe();
        assertEquals(TeacherConfig.Who.BASE, recipe.objective().teacher().who());
        assertEquals(0.02, recipe.dataset().validShare());
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("First step: the network of -bp is also the teacher"),
                err::toString);
    }
}
