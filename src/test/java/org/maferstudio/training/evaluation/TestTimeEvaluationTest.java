package org.maferstudio.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.Expression;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.BatchStatisticsClassifier;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.FlippedClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.NoGradients;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;

/** Networks that are used in another way than they were trained. */
@Tag("engine")
class TestTimeEvaluationTest {
    @TempDir
    private Path folder;

    private Experiment experiment;

    @BeforeEach
    void aNetwork() {
        experiment = RandomNetworks.experimentIn(folder);
    }

    private static ComputeDevice device() {
        return ComputeEngine.load(1).device(DeviceChoice.CPU);
    }

    private static List<RasterImage> faces() {
        return List.of(
                DrawnFaces.draw(Expression.ANGER, 1, 1),
                DrawnFaces.draw(Expression.SURPRISE, 2, 2),
                DrawnFaces.draw(Expression.NEUTRAL, 3, 3));
    }

    private static RasterImage mirrored(RasterImage image) {
        byte[] values = image.values().clone();
        int channels = image.channels();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int c = 0; c < channels; c++) {
                    values[(y * image.width() + x) * channels + c] =
                            image.values()[(y * image.width() + image.width() - 1 - x) * channels + c];
                }
            }
        }
        return new RasterImage(image.width(), image.height(), channels, values);
    }

    @Test
    void aFlippedNetworkSaysTheMeanOfAFaceAndItsMirrorImage() {
        try (Classifier plain = experiment.classifier(device());
                Classifier flipped = new FlippedClassifier(experiment.classifier(device()))) {
            List<Recognition> seen = plain.recognise(faces());
            List<Recognition> mirrors = plain.recognise(
                    faces().stream().map(TestTimeEvaluationTest::mirrored).toList());
            List<Recognition> means = flipped.recognise(faces());
            for (int i = 0; i < means.size(); i++) {
                float[] expected = seen.get(i).probabilities().clone();
                for (int c = 0; c < expected.length; c++) {
                    expected[c] = (expected[c] + mirrors.get(i).probabilities()[c]) / 2;
                }
                assertArrayEquals(expected, means.get(i).probabilities(), 1e-6f);
            }
            assertFalse(
                    Arrays.equals(seen.get(0).probabilities(), mirrors.get(0).probabilities()));
        }
    }

    @Test
    void batchStatisticsAreThoseOfTrainingAndTheStoredOnesStay() {
        NetworkFile file = experiment.network();
        try (BatchStatisticsClassifier adapted = new BatchStatisticsClassifier(file, device());
                Network network = file.open(device());
                NDManager manager = NDManager.newBaseManager()) {
            float[] packed = new float[3 * adapted.packer().length()];
            for (int i = 0; i < 3; i++) {
                RasterImage face = faces().get(i);
                adapted.packer()
                        .packCropped(
                                adapted.packer().centre(adapted.packer().resized(face)),
                                packed,
                                i * adapted.packer().length());
            }
            NDArray input = manager.create(packed, new Shape(3, 1, 44, 44));
            float[] expected = NoGradients.get(() ->
                    network.forward(input, BatchNormMode.TRAINING).logits().toFloatArray());
            for (int turn = 0; turn < 2; turn++) {
                List<Recognition> answers = adapted.recognise(packed, 3);
                for (int i = 0; i < 3; i++) {
                    assertArrayEquals(
                            Arrays.copyOfRange(expected, 7 * i, 7 * i + 7),
                            answers.get(i).logits(),
                            1e-4f);
                }
            }
        }
    }

    @Test
    void lowImagesAreResizedBackWithLanczos() {
        Evaluator.Question usual = new Evaluator.Question("validation", List.of(), Resolution.of(12), Kernel.BILINEAR);
        RasterImage face = faces().get(0);
        RasterImage low = Downsampling.reduce(face, 12, Kernel.BILINEAR);
        assertEquals(
                Resampling.resize(low, face.width(), face.height(), Kernel.LANCZOS),
                usual.enlargedBy(Kernel.LANCZOS).of(null, face));
        assertEquals(Downsampling.downsample(face, 12, Kernel.BILINEAR), usual.of(null, face));
    }

    @Test
    void predictionsAreAnExperimentOfTheirOwnInTheOrderOfTheDataset() {
        Evaluation.Request request = new Evaluation.Request(
                Optional.empty(),
                Optional.of("validation"),
                List.of(Resolution.NATIVE, Resolution.of(12)),
                new DeviceConfig("cpu", 1));
        Predictions plain = new Evaluation(experiment, Progress.NONE)
                .run(request)
                .predictions()
                .get(0);
        for (TestTimeEvaluation.Method method : TestTimeEvaluation.Method.values()) {
            Path out = folder.resolve(method.id());
            new TestTimeEvaluation(experiment, method, Progress.NONE).run(request, out);
            Experiment made = Experiment.open(out);
            assertEquals(RunStatus.IMPORTED, made.manifest().state().status());
            assertEquals(method.id() + ": a", made.manifest().recipe().name());
            Predictions stored = made.predictions("validation", Resolution.NATIVE);
            assertEquals(
                    plain.rows().stream().map(Prediction::sample).toList(),
                    stored.rows().stream().map(Prediction::sample).toList());
            boolean same = Arrays.equals(
                    plain.rows().get(0).probabilities(), stored.rows().get(0).probabilities());
            assertEquals(method == TestTimeEvaluation.Method.LANCZOS, same, "native images are not resized back");
            assertEquals(2, made.predictionFiles().size());
        }
    }
}
