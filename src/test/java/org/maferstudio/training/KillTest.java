package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Network;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.weights.Safetensors;

/** Kills a real process with SIGKILL again and again, and compares what it ends with to an untouched run. */
@Tag("long")
class KillTest {
    private static final int MOST_KILLS = 12;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "teacher: {0}")
    @ValueSource(strings = {"none", "file"})
    void aTrainingThatIsKilledAgainAndAgainEndsWithTheSameBits(String who) throws Exception {
        Recipe recipe = RecipeJson.change(
                TinyRecipe.on(TinyFaces.write(folder, 20, 4)),
                Map.of(
                        "course.epochs",
                        6,
                        "optimiser.algorithm",
                        "adam",
                        "optimiser.learningRate",
                        0.001,
                        "objective.teacher.who",
                        who,
                        "objective.teacher.weights",
                        teacher().toString()));
        Experiment through = Experiment.create(folder.resolve("through"), recipe);
        new Training(Progress.NONE, TrainingListener.NONE).resume(through);

        Experiment killed = Experiment.create(folder.resolve("killed"), recipe);
        Random random = new Random(17);
        int kills = 0;
        String rowsBefore = "";
        while (!run(killed, kills < MOST_KILLS ? 1500 + random.nextInt(3000) : Integer.MAX_VALUE, kills)) {
            kills++;
            String rows = withoutSeconds(killed.history().rows());
            int common = Math.min(rows.length(), rowsBefore.length());
            assertEquals(rowsBefore.substring(0, common), rows.substring(0, common), "rows from before a kill stay");
            rowsBefore = rows;
        }
        System.out.println(kills + " kills; steps gone on from: " + goneOnFrom(killed));
        assertTrue(kills >= 3, kills + " kills");
        assertEquals(who.equals("file"), killed.log().contains("teacher "), killed.log());
        for (String file : List.of("last.safetensors", "last.state.safetensors", "best.safetensors")) {
            assertEquals(
                    Sha256.of(through.checkpoints().resolve(file)),
                    Sha256.of(killed.checkpoints().resolve(file)),
                    file);
        }
        assertEquals(
                withoutSeconds(through.history().rows()),
                withoutSeconds(killed.history().rows()));
        assertEquals(List.of(), halfWritten(killed), "nothing half written is left");
    }

    private Path teacher() {
        Path file = folder.resolve("teacher.safetensors");
        try (Network network = Network.create(
                NetworkSpec.seResNet18(1), 1, 99, ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            Safetensors.write(file, network.weights());
        }
        return file;
    }

    /** Whether the process ended by itself, with 0. It is killed {@code millis} after its first step at the latest. */
    private boolean run(Experiment experiment, int millis, int number) throws IOException, InterruptedException {
        Path output = folder.resolve("output-" + number + ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-DDJL_OFFLINE=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTraining.class.getName(),
                        experiment.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (process.isAlive() && !Files.readString(output).contains(" step ")) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            return false;
        }
        assertEquals(0, process.exitValue(), Files.readString(output));
        return true;
    }

    private static String withoutSeconds(List<HistoryRow> rows) {
        return rows.stream()
                .map(row -> row.toString().replaceFirst(", seconds=.*", ""))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> goneOnFrom(Experiment experiment) {
        return experiment
                .log()
                .lines()
                .filter(line -> line.contains("Resuming from step"))
                .map(line -> line.replaceAll("\\D*$", "").replaceAll(".* ", ""))
                .toList();
    }

    private static List<String> halfWritten(Experiment experiment) throws IOException {
        try (Stream<Path> files = Files.walk(experiment.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("next.") || name.endsWith(".part") || name.endsWith(".new"))
                    .toList();
        }
    }
}
