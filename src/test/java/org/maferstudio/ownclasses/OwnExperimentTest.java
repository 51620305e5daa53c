package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.datasets.drawn.FaceParameters;
import org.maferstudio.datasets.drawn.FaceScene;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ImportedNetwork;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** With an included network and drawn faces of nine persons. */
@Tag("engine")
class OwnExperimentTest {
    @TempDir
    private Path folder;

    private static OwnClass drawn(String name, Expression expression, int firstTake) {
        List<FaceSample> samples = new ArrayList<>();
        for (int person = 0; person < 9; person++) {
            RasterImage face = DrawnFaces.draw(FaceParameters.of(expression), person, FaceScene.PORTRAIT, 96, 17)
                    .toRgb();
            samples.add(FaceSample.whole(face, firstTake + person));
        }
        return new OwnClass(name, samples);
    }

    private static final List<OwnClass> CLASSES = List.of(
            drawn("wide awake", Expression.SURPRISE, 1),
            drawn("Grin", Expression.HAPPINESS, 20),
            drawn("angry", Expression.ANGER, 40));

    private OwnClassifier train() {
        IncludedExperiments.Entry entry = IncludedExperiments.entries().get(0);
        return train(IncludedExperiments.open(entry, folder.resolve("gallery")).folder());
    }

    private static OwnClassifier train(Path base) {
        List<FrozenNetwork> networks = FrozenNetwork.open(List.of(base));
        try {
            return new OwnTraining(CLASSES)
                    .run(networks, Progress.NONE)
                    .orElseThrow()
                    .get(0);
        } finally {
            networks.forEach(FrozenNetwork::close);
        }
    }

    private static Experiment save(Workspace workspace, OwnClassifier trained, OwnExperiment.Faces faces) {
        return OwnExperiment.save(
                workspace,
                new OwnExperiment.Request("Faces I make", CLASSES, trained, TrainedAt.ALL, faces),
                Progress.NONE);
    }

    @Test
    void theSavedNetworkGivesTheSameProbabilities() {
        OwnClassifier trained = train();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            Experiment saved = save(workspace, trained, OwnExperiment.Faces.NOT_SAVED);
            LinearClassifier before = trained.at(TrainedAt.ALL).classifier();
            List<RasterImage> images = CLASSES.stream()
                    .flatMap(each -> each.samples().stream())
                    .map(FaceSample::image)
                    .toList();
            List<FrozenNetwork> base = FrozenNetwork.open(List.of(trained.experiment()));
            try (Classifier after = EngineClassifier.open(
                    saved.bestWeights(), ComputeEngine.load(1).device(DeviceChoice.CPU))) {
                assertEquals(
                        List.of("wide awake", "Grin", "angry"), after.contract().labels());
                List<float[]> features = base.get(0).features(images);
                for (int i = 0; i < images.size(); i++) {
                    assertArrayEquals(
                            before.recognise(features.get(i)).probabilities(),
                            after.recognise(images).get(i).probabilities(),
                            1e-6f);
                }
            } finally {
                base.forEach(FrozenNetwork::close);
            }
        }
    }

    @Test
    void theExperimentHasTheHeldOutPredictionsAndSaysHowItWasMade() {
        OwnClassifier trained = train();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            Experiment saved = save(workspace, trained, OwnExperiment.Faces.NOT_SAVED);
            assertEquals(
                    List.of(saved.folder()),
                    workspace.experiments().stream().map(Experiment::folder).toList());
            assertEquals(6, saved.predictionFiles().size());
            Predictions kept = saved.predictions("validation", Resolution.of(8));
            Predictions made = trained.at(TrainedAt.ALL).heldOut().get(5);
            assertEquals(made.labels(), kept.labels());
            assertEquals(
                    made.rows().stream().map(Prediction::predicted).toList(),
                    kept.rows().stream().map(Prediction::predicted).toList());
            assertEquals(RunStatus.FINISHED, saved.status());
            assertEquals(0.0, saved.manifest().recipe().optimiser().rest());
            assertTrue(saved.manifest().recipe().network().base().endsWith("best.safetensors"));
            assertEquals(64, saved.manifest().weights().get("base").length());
            assertTrue(saved.notes().contains("blocks of consecutive samples"), saved.notes());
            assertEquals(Map.of(), ThumbnailArchive.of(saved), "no face is stored");
        }
    }

    /** The contract of a test network; columns of the classes serve as features where it has none. */
    private static StatedContract withFeatures(String name) {
        StatedContract stated = OnnxFixtures.contract(name);
        OnnxContract outputs = stated.onnx();
        if (outputs.features().isPresent()) {
            return stated;
        }
        List<OnnxContract.Output> more = new ArrayList<>(outputs.outputs());
        more.add(new OnnxContract.Output(
                outputs.classes().name(), OnnxContract.Role.FEATURES, List.of(1, 5), List.of()));
        return new StatedContract(stated.input(), new OnnxContract(outputs.layout(), more));
    }

    /** Features of 32 and of 16 bits, in columns beside valence and arousal, and with four images in every batch. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"heads64", "half64", "mtl224", "four48"})
    void anImportedNetworkIsSavedWithTheNewClassifierInItsFile(String name) {
        StatedContract contract = withFeatures(name);
        Experiment imported = ImportedNetwork.create(
                folder.resolve(name),
                new ImportedNetwork.Request(OnnxFile.read(OnnxFixtures.file(name)), contract, "", 1),
                Progress.NONE);
        OwnClassifier trained = train(imported.folder());
        LinearClassifier before = trained.at(TrainedAt.ALL).classifier();
        RasterImage face = CLASSES.get(1).samples().get(3).image();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            Experiment saved = save(workspace, trained, OwnExperiment.Faces.NOT_SAVED);
            assertEquals(RunStatus.IMPORTED, saved.status());
            assertEquals(6, saved.predictionFiles().size());
            assertEquals(Set.of("base", "network"), saved.manifest().weights().keySet());
            ComputeDevice device = ComputeEngine.load(1).device(DeviceChoice.CPU);
            try (Classifier base = imported.classifier(device);
                    Classifier after = saved.classifier(device)) {
                Recognition was = base.recognise(List.of(face)).get(0);
                Recognition is = after.recognise(List.of(face)).get(0);
                assertEquals(
                        List.of("wide awake", "Grin", "angry"), after.contract().labels());
                assertArrayEquals(was.features(), is.features());
                assertArrayEquals(was.values(), is.values());
                assertArrayEquals(before.recognise(was.features()).probabilities(), is.probabilities(), 1e-5f);
            }
            OwnClassifier again = train(saved.folder());
            Experiment second = save(workspace, again, OwnExperiment.Faces.NOT_SAVED);
            assertEquals("own_classes2", second.manifest().onnx().classes().name());
            second.classifier(device).close();
        }
    }

    @Test
    void savedFacesAreTheThumbnailsOfThePredictedSamples() {
        OwnClassifier trained = train();
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            Experiment saved = save(workspace, trained, OwnExperiment.Faces.SAVED);
            Map<String, Sample.Pixels> faces = ThumbnailArchive.of(saved);
            assertEquals(
                    saved.predictions("validation", Resolution.NATIVE).rows().stream()
                            .map(Prediction::sample)
                            .collect(Collectors.toSet()),
                    faces.keySet());
            assertEquals(48, faces.get("train/Grin/0001.png").read().width());
        }
    }
}
