package org.maferstudio.network.onnx.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;

class OnnxTrialTest {
    private static final List<Long> IMAGE = List.of(1L, 8L, 8L);

    @TempDir
    private Path folder;

    private static OnnxFile hostile(String name) {
        return OnnxFile.read(OnnxFixtures.FOLDER.resolve("hostile").resolve(name + ".onnx"));
    }

    private static Problem problem(String name, OnnxTrial.Limits limits) {
        OnnxFile file = hostile(name);
        TrialRequest request = TrialRequest.of(file, IMAGE, 1, limits.bytes());
        return assertTimeout(
                Duration.ofSeconds(60),
                () -> assertThrows(Problem.class, () -> OnnxTrial.run(file, request, limits, Progress.NONE)));
    }

    @Test
    void aNetworkThatTakesTooLongIsEnded() {
        Problem problem = problem("slow", new OnnxTrial.Limits(Duration.ofSeconds(4), 4L << 30));
        assertTrue(problem.getMessage().contains("was ended after 4 s"), problem.getMessage());
    }

    @Test
    void aNetworkThatTakesTooMuchMemoryIsEnded() {
        Problem problem = problem("gigantic_expand", new OnnxTrial.Limits(Duration.ofMinutes(1), 1L << 30));
        assertTrue(problem.getMessage().contains("more than 1024 MB of memory"), problem.getMessage());
    }

    @Test
    void theTrialOfAFixedNumberOfImagesIsOfThatNumber() {
        OnnxFile file = OnnxFile.read(OnnxFixtures.file("four48"));
        OnnxTrial trial = OnnxTrial.run(file, List.of(1L, 48L, 48L), 1, Progress.NONE);
        assertEquals(List.of(4), trial.batches());
        assertEquals(7, trial.columns().get("logits"));
    }

    @Test
    void largeImagesComeInSmallerBatches() {
        OnnxFile file = hostile("dynamic_everything");
        assertEquals(
                List.of(1),
                TrialRequest.of(file, List.of(3L, 1024L, 1024L), 1, 1).batches());
        assertEquals(
                List.of(1, 8, 32),
                TrialRequest.of(file, List.of(3L, 224L, 224L), 1, 1).batches());
    }

    @Test
    void aNetworkIsTriedOnce() throws IOException {
        OnnxTrials trials = new OnnxTrials(folder.resolve("cache"));
        OnnxFile file = OnnxFile.read(OnnxFixtures.file("grey64"));
        OnnxTrial first = trials.of(file, List.of(1L, 64L, 64L), 1, Progress.NONE);
        Path verdict;
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            verdict = files.findFirst().orElseThrow();
        }
        assertEquals(first, trials.of(file, List.of(1L, 64L, 64L), 1, Progress.NONE));
        Files.writeString(verdict, "{\"batches\":[2],\"columns\":{}}");
        assertEquals(
                List.of(2),
                trials.of(file, List.of(1L, 64L, 64L), 1, Progress.NONE).batches());
        Files.writeString(verdict, "damaged");
        assertEquals(first, trials.of(file, List.of(1L, 64L, 64L), 1, Progress.NONE));
    }
}
