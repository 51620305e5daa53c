package org.maferstudio.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.RobustnessSweep;
import org.maferstudio.schedule.Resolution;

@Tag("engine")
class DegradedEvaluationTest {
    @TempDir
    private Path folder;

    private Experiment experiment;

    @BeforeEach
    void aNetwork() {
        experiment = RandomNetworks.experimentIn(folder);
    }

    private Evaluation.Result evaluated(List<Resolution> resolutions, String degradations, Progress progress) {
        List<Degradation> all = new ArrayList<>();
        for (String each : degradations.split(" ")) {
            all.addAll(Degradation.parseAll(each));
        }
        Evaluation.Request request = new Evaluation.Request(
                Optional.empty(), Optional.empty(), resolutions, new DeviceConfig("cpu", 1), all);
        Evaluation.Result result = new Evaluation(experiment, progress).run(request);
        assertEquals(!progress.stopRequested(), result.answers(request));
        return result;
    }

    private static float[] probabilities(Predictions predictions) {
        float[] all = new float[0];
        for (var row : predictions.rows()) {
            int end = all.length;
            all = Arrays.copyOf(all, end + row.probabilities().length);
            System.arraycopy(row.probabilities(), 0, all, end, row.probabilities().length);
        }
        return all;
    }

    @Test
    void downscalingWithTheTrainingKernelEqualsTheResolutionSweep() {
        Evaluation.Result result = evaluated(List.of(Resolution.of(8)), "bilinear=8", Progress.NONE);
        Predictions degraded = result.degraded().get(new Degradation(DegradationKind.BILINEAR, 8));
        assertArrayEquals(probabilities(result.predictions().get(0)), probabilities(degraded), 1e-6f);
    }

    @Test
    void theSweepIsKeptInTheExperimentAndRepeatsItself() {
        Evaluation.Result result = evaluated(List.of(Resolution.NATIVE), "noise=60,20 jpeg=100,5", Progress.NONE);
        DegradedPredictions kept = new DegradedPredictions(experiment, Optional.empty());
        assertEquals(
                "[noise-20, noise-60, jpeg-100, jpeg-5]",
                kept.files("validation").keySet().toString());
        RobustnessSweep sweep =
                kept.sweep("validation", DegradationKind.NOISE, kept.read("validation", DegradationKind.NOISE));
        assertEquals(3, sweep.points().size());
        assertTrue(sweep.points().get(0).degradation().isEmpty());
        Degradation noise = new Degradation(DegradationKind.NOISE, 60);
        float[] noisy = probabilities(result.degraded().get(noise));
        assertFalse(Arrays.equals(probabilities(result.predictions().get(0)), noisy));
        assertArrayEquals(
                noisy,
                probabilities(evaluated(List.of(Resolution.NATIVE), "noise=60", Progress.NONE)
                        .degraded()
                        .get(noise)),
                1e-6f);
        assertEquals(
                List.of(),
                experiment.predictionFiles().stream()
                        .filter(file -> file.toString().contains("noise"))
                        .toList());
    }

    @Test
    void aStopKeepsWhatIsFinished() {
        int[] reports = new int[1];
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String message) {
                reports[0] += message.contains("blur") ? 1 : 0;
            }

            @Override
            public boolean stopRequested() {
                return reports[0] > 0;
            }
        };
        Evaluation.Result result = evaluated(List.of(Resolution.NATIVE), "blur=1,2,3", stopping);
        assertEquals("[blur-1]", result.degraded().keySet().toString());
        assertEquals(
                "[blur-1]",
                new DegradedPredictions(experiment, Optional.empty())
                        .files("validation")
                        .keySet()
                        .toString());
    }
}
