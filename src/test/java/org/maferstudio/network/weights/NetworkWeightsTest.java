package org.maferstudio.network.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.ParameterSlot;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** Which of several networks in one file is taken. */
class NetworkWeightsTest {
    private static final NetworkSpec SPEC = new NetworkSpec(NetworkSpec.SE_RESNET_18, 1, 4, 0.1);

    @TempDir
    private Path folder;

    private static List<Tensor> network(String prefix, float value) {
        List<Tensor> tensors = new ArrayList<>();
        for (ParameterSlot slot : Blueprint.of(SPEC).slots(7)) {
            float[] values = new float[(int) slot.size()];
            Arrays.fill(values, value);
            tensors.add(
                    Tensor.ofFloats(prefix + slot.name(), values, slot.shape().getShape()));
        }
        return tensors;
    }

    private Path file(String first, float one, String second, float two) {
        List<Tensor> both = network(first, one);
        both.addAll(network(second, two));
        Path file = folder.resolve("both.safetensors");
        Safetensors.write(file, WeightFile.of(both, Map.of()));
        return file;
    }

    /** The first number of the first layer that a network would be given. */
    private static float taken(NetworkWeights read) {
        LoadReport report = LoadReport.of(SPEC, 7, read.weights());
        assertTrue(report.complete(), report.sentence());
        return read.weights().tensor(report.entries().get(0).found()).floats()[0];
    }

    @ParameterizedTest
    @CsvSource({
        "model_ema., model.",
        "model., model_ema.",
        "ema_model.module., model.module.",
        "'', ema.",
        "shadow., net.",
        "target_encoder., online_encoder."
    })
    void theWeightsAreTakenAndNotTheirAverage(String first, String second) {
        boolean firstIsAverage = first.matches(".*(ema|shadow|target).*");
        Path file = file(first, firstIsAverage ? 2 : 1, second, firstIsAverage ? 1 : 2);
        NetworkWeights read = NetworkWeights.read(file, SPEC.name());
        assertEquals(1, taken(read));
        assertEquals(1, read.notes().size());
        assertTrue(read.notes().get(0).contains("--prefix"), read.notes().get(0));
    }

    @Test
    void betweenATeacherAndAStudentTheUserDecides() {
        Path file = file("teacher.", 2, "student.", 1);
        Problem problem = assertThrows(Problem.class, () -> NetworkWeights.read(file, SPEC.name()));
        assertTrue(problem.getMessage().contains("teacher, student"), problem.getMessage());
        assertTrue(problem.getMessage().contains("--prefix student"), problem.getMessage());
        assertEquals(1, taken(NetworkWeights.read(file, SPEC.name(), Optional.of("student"))));
        assertEquals(2, taken(NetworkWeights.read(file, SPEC.name(), Optional.of("teacher."))));
    }

    @Test
    void twiceTheSameNumbersAreNoQuestion() {
        NetworkWeights read = NetworkWeights.read(file("last.", 3, "best.", 3), SPEC.name());
        assertEquals(3, taken(read));
        assertEquals(List.of(), read.notes());
    }
}
