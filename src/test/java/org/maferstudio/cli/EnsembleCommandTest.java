package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

class EnsembleCommandTest {
    @TempDir
    private Path folder;

    /** A network that is right, and sure of it, for the images from one number to another; else it hesitates. */
    private Path evaluated(String name, int from, int to, Resolution... resolutions) {
        Experiment experiment = Experiment.create(folder.resolve(name), Recipe.DEFAULT.named(name));
        for (Resolution resolution : resolutions) {
            List<Prediction> rows = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                boolean right = i >= from && i < to;
                rows.add(new Prediction(
                        "i" + i, "", 0, right ? 0 : 1, right ? new float[] {0.9f, 0.1f} : new float[] {0.4f, 0.6f}));
            }
            experiment.write(new Predictions(new LabelSet(List.of("happiness", "sadness")), "test", resolution, rows));
        }
        return experiment.folder();
    }

    private double accuracy(Resolution resolution) {
        Experiment made = Experiment.open(folder.resolve("out"));
        assertEquals(RunStatus.IMPORTED, made.manifest().state().status());
        return Scores.of(made.predictions("test", resolution)).accuracy();
    }

    @Test
    void probabilitiesAreAveragedAtEveryCommonResolution() {
        Path a = evaluated("a", 0, 6, Resolution.NATIVE, Resolution.of(8));
        Path b = evaluated("b", 4, 10, Resolution.NATIVE);
        CommandRun run = CommandRun.of(
                "ensemble",
                a.toString(),
                b.toString(),
                "--out",
                folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(1, accuracy(Resolution.NATIVE));
        Experiment made = Experiment.open(folder.resolve("out"));
        assertEquals("ensemble: a, b", made.manifest().recipe().name());
        assertEquals(1, made.predictionFiles().size());
    }

    @Test
    void eachResolutionCanHaveItsOwnNetwork() {
        Path a = evaluated("a", 0, 6, Resolution.NATIVE, Resolution.of(8));
        Path b = evaluated("b", 0, 3, Resolution.NATIVE, Resolution.of(8));
        CommandRun run = CommandRun.of(
                "ensemble",
                "native=" + a,
                "8=" + b,
                "--out",
                folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(0.6, accuracy(Resolution.NATIVE));
        assertEquals(0.3, accuracy(Resolution.of(8)));
    }

    @Test
    void aTestTimeMethodNeedsAFolderAndOneNetwork() {
        String a = evaluated("a", 0, 6, Resolution.NATIVE).toString();
        CommandRun nowhere = CommandRun.of("evaluate", a, "--test-time", "flip");
        assertTrue(nowhere.err().contains("belong together"), nowhere.err());
        CommandRun degraded = CommandRun.of("evaluate", a, "--test-time", "flip", "--out", "b", "--degrade", "blur");
        assertTrue(degraded.err().contains("single network"), degraded.err());
        CommandRun unknown = CommandRun.of("evaluate", a, "--test-time", "magic", "--out", "b");
        assertTrue(unknown.err().contains("flip, batch-statistics, lanczos"), unknown.err());
    }

    @Test
    void halfOfTheResolutionsIsNotEnough() {
        Path a = evaluated("a", 0, 6, Resolution.NATIVE);
        Path b = evaluated("b", 0, 3, Resolution.NATIVE);
        String out = folder.resolve("out").toString();
        CommandRun mixed = CommandRun.of("ensemble", "native=" + a, b.toString(), "--out", out);
        assertTrue(mixed.err().contains("for all networks"), mixed.err());
        CommandRun twice = CommandRun.of("ensemble", "native=" + a, "native=" + b, "--out", out);
        assertTrue(twice.err().contains("given for two networks"), twice.err());
    }
}
