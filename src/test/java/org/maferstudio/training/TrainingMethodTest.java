package org.maferstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.files.Sha256;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.weights.Tensor;

/** Each field of a recipe in which the authors' method and the program's defaults differ, by what it changes. */
@Tag("engine")
class TrainingMethodTest {
    @TempDir
    private Path folder;

    /** Trains SGD without decay on plain images, 35 of them in batches of 8, two batches a step, for one epoch. */
    private Experiment trained(String name, Map<String, ?> changes) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "augmentation",
                Augmentation.NONE,
                "schedule.howOften",
                new DownsamplingProbability.Never(),
                "optimiser.weightDecay",
                0,
                "optimiser.learningRate",
                0.02,
                "course.epochs",
                1,
                "course.leftoverBatches",
                "drop"));
        all.putAll(changes);
        Experiment experiment = Experiment.create(
                folder.resolve(name), RecipeJson.change(TinyRecipe.on(TinyFaces.write(folder, 5, 2)), all));
        new Training(Progress.NONE, TrainingListener.NONE, new Training.Limits(Duration.ofHours(1), 1 << 30))
                .resume(experiment);
        return experiment;
    }

    private static float[] weights(Experiment experiment, String file) {
        List<Tensor> tensors =
                NetworkFile.read(experiment.checkpoints().resolve(file)).weights().tensors().values().stream()
                        .toList();
        return tensors.get(0).floats();
    }

    @Test
    void summedGradientsAtHalfTheRateMakeTheStepsOfAveragedOnes() {
        float[] averaged = weights(trained("mean", Map.of("course.gradientReduction", "mean")), "last.safetensors");
        float[] summed = weights(
                trained("sum", Map.of("course.gradientReduction", "sum", "optimiser.learningRate", 0.01)),
                "last.safetensors");
        assertArrayEquals(averaged, summed, 1e-5f);
        float[] sameRate = weights(trained("same-rate", Map.of("course.gradientReduction", "sum")), "last.safetensors");
        double moved = 0;
        for (int i = 0; i < averaged.length; i++) {
            moved = Math.max(moved, Math.abs(averaged[i] - sameRate[i]));
        }
        assertTrue(moved > 1e-3, "the sum at the same rate moves further, by " + moved);
    }

    @Test
    void leftoverBatchesMakeASmallerStepOrNone() {
        // 35 images: 5 batches, the last of 3.
        List<HistoryRow> used = trained("use", Map.of("course.leftoverBatches", "use"))
                .history()
                .rows();
        List<HistoryRow> dropped = trained("drop", Map.of()).history().rows();
        assertEquals(35, used.get(used.size() - 1).images());
        assertEquals(3, used.get(used.size() - 1).step());
        assertEquals(32, dropped.get(dropped.size() - 1).images());
        assertEquals(2, dropped.get(dropped.size() - 1).step());
    }

    @Test
    void theLastNetworkIsKeptWhereTheRecipeSaysSo() throws IOException {
        // A rate this high makes the validation loss a hundred times as large in the second step. In later epochs the
        // rate
        // falls, and whether the loss does too depends on the processor's rounding.
        Map<String, Object> worse = Map.of("optimiser.learningRate", 0.5, "course.epochs", 2, "course.bestBy", "loss");
        Experiment best = trained("best", worse);
        Map<String, Object> keepLast = new HashMap<>(worse);
        keepLast.put("course.keep", "last");
        Experiment last = trained("last", keepLast);
        assertNotEquals(sum(best, "last.safetensors"), sum(best, "best.safetensors"));
        assertEquals(sum(last, "last.safetensors"), sum(last, "best.safetensors"));
        assertEquals(sum(best, "last.safetensors"), sum(last, "last.safetensors"), "the training is the same");
        assertEquals(2, last.manifest().state().best().epoch());
        assertEquals(4, last.manifest().state().best().step());
    }

    private static String sum(Experiment experiment, String file) throws IOException {
        return Sha256.of(experiment.checkpoints().resolve(file));
    }

    @Test
    void validationsSeeEveryNthImageAndTheEvaluationAtTheEndAll() {
        Experiment experiment = trained("stride", Map.of("course.validationStride", 5));
        // 14 images: the first, the sixth, the eleventh.
        for (HistoryRow row : experiment.history().rows()) {
            assertEquals(Math.rint(3 * row.validAccuracy()), 3 * row.validAccuracy(), 1e-9);
        }
        assertEquals(
                14,
                experiment.predictions("validation", Resolution.NATIVE).rows().size());
        Experiment one = trained("one", Map.of("course.validationStride", 100));
        for (HistoryRow row : one.history().rows()) {
            assertTrue(row.validAccuracy() == 0 || row.validAccuracy() == 1, row::toString);
        }
    }

    @Test
    void batchNormsOfFrozenLayersKeepTheirStatisticsOrFollowTheBatches() {
        Map<String, Object> alone = new HashMap<>(Map.of("optimiser.restLearningRate", 0));
        float[] running = statistics(trained("running", alone));
        alone.put("network.frozenBatchNorms", "batch");
        float[] batch = statistics(trained("batch", alone));
        alone.put("network.batchNormMomentum", 0);
        float[] still = statistics(trained("still", alone));
        float[] zeros = new float[running.length];
        assertArrayEquals(zeros, running, "a new network's running means are 0");
        assertArrayEquals(zeros, still, "a momentum of 0 leaves them even then");
        assertFalse(Arrays.equals(zeros, batch));
    }

    private static float[] statistics(Experiment experiment) {
        return NetworkFile.read(experiment.checkpoints().resolve("last.safetensors"))
                .weights()
                .tensors()
                .values()
                .stream()
                .filter(tensor -> tensor.name().endsWith("running_mean"))
                .findFirst()
                .orElseThrow()
                .floats();
    }
}
