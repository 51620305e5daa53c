package org.maferstudio.ui.live.ownclasses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.image.RasterImage;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.NetworkReading;
import org.maferstudio.network.Recognition;
import org.maferstudio.ownclasses.FrozenNetwork;
import org.maferstudio.ownclasses.StripedFaces;
import org.maferstudio.ownclasses.TrainedAt;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.VideoFrame;

/** The panel without a toolkit and without the engine: stripes are the faces. */
class OwnClassesViewModelTest {
    private static final List<Path> NETWORKS = List.of(Path.of("striped"));

    @TempDir
    private Path folder;

    private Workspace workspace;
    private OwnClassesViewModel model;
    private long frame;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("w"));
        model = new OwnClassesViewModel(
                new Workbench(workspace),
                new DirectJobs(),
                FileDialogs.CANCEL,
                new OwnClassesServices(folders -> List.of((FrozenNetwork) new StripedFaces.Network()), () -> {
                    throw new AssertionError("no image was chosen");
                }));
        model.setNetworks(NETWORKS);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private LiveReading reading(RasterImage image, TrackedFace.Sighting sighting) {
        TrackedFace face =
                new TrackedFace(1, DetectedFace.known(new FaceBounds(0, 0, image.width(), image.height())), sighting);
        float[] features = new StripedFaces.Network().features(List.of(image)).get(0);
        NetworkReading network = new NetworkReading(image, Recognition.of(features, new float[] {1, 2, 3}));
        VideoFrame next = new VideoFrame(image, frame, Math.round(1000 * frame / 30.0), 0, Optional.empty());
        frame++;
        return new LiveReading(
                next,
                OptionalInt.empty(),
                List.of(new FaceReading(face, List.of(network))),
                Optional.of(new LiveReading.Sweep(1, List.of(OptionalInt.empty()), List.of(List.of(network)))),
                0);
    }

    private void collect(int number, StripedFaces.Direction direction, int samples) {
        model.hold(model.classes().list().get(number));
        StripedFaces.take(1, samples, direction).forEach(sample -> {
            LiveReading reading = reading(sample.image(), TrackedFace.Sighting.FOUND);
            model.collect(reading, reading.face(0));
        });
        model.release();
    }

    private void train() {
        collect(0, StripedFaces.Direction.ACROSS, 120);
        collect(1, StripedFaces.Direction.DOWN, 120);
        model.train();
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void samplesAreCollectedOnlyWhileAButtonIsHeldAndAFaceIsFound() {
        RasterImage image =
                StripedFaces.take(1, 1, StripedFaces.Direction.DOWN).get(0).image();
        LiveReading found = reading(image, TrackedFace.Sighting.FOUND);
        model.collect(found, found.face(0));
        assertEquals(0, model.samples());
        model.hold(model.classes().list().get(0));
        LiveReading carried = reading(image, TrackedFace.Sighting.CARRIED);
        model.collect(carried, carried.face(0));
        model.collect(found, found.face(0));
        model.release();
        model.collect(found, found.face(0));
        assertEquals(1, model.classes().list().get(0).samples().size());
    }

    @Test
    void undoRemovesTheLastTakeOnly() {
        collect(0, StripedFaces.Direction.DOWN, 5);
        collect(0, StripedFaces.Direction.DOWN, 7);
        model.classes().undo(model.classes().list().get(0));
        assertEquals(5, model.samples());
    }

    @Test
    void aClassHoldsALimitedNumberOfSamples() {
        collect(0, StripedFaces.Direction.DOWN, OwnClassModel.MOST_SAMPLES + 5);
        assertEquals(OwnClassModel.MOST_SAMPLES, model.samples());
        assertEquals(
                "A class has at most 400 samples. Remove some, or train.",
                model.problemProperty().get());
    }

    @Test
    void afterTrainingReadingsAreShownInTheUsersClasses() {
        train();
        RasterImage image =
                StripedFaces.take(9, 1, StripedFaces.Direction.DOWN).get(0).image();
        LiveReading raw = reading(image, TrackedFace.Sighting.FOUND);
        LiveReading shown = model.read(raw);
        Recognition face = shown.faces().get(0).networks().get(0).recognition();
        assertEquals(1, face.predicted());
        assertEquals(2, face.probabilities().length);
        assertEquals(
                2,
                shown.sweep()
                        .orElseThrow()
                        .networks()
                        .get(0)
                        .get(0)
                        .recognition()
                        .probabilities()
                        .length);
        assertEquals(Optional.of(new LabelSet(List.of("Class 1", "Class 2"))), model.labels(1));
        model.shownProperty().set(false);
        assertSame(raw, model.read(raw));
    }

    @Test
    void switchingTheTrainingResolutionsNeedsNoTraining() {
        train();
        int before = model.changesProperty().get();
        double all = model.accuracy(0)
                .orElseThrow()
                .nearest(OptionalInt.of(8))
                .orElseThrow()
                .accuracy();
        model.trainedAtProperty().set(TrainedAt.NATIVE);
        assertEquals(before + 1, model.changesProperty().get());
        double baseline = model.accuracy(0)
                .orElseThrow()
                .nearest(OptionalInt.of(8))
                .orElseThrow()
                .accuracy();
        assertTrue(all > baseline, all + " at all resolutions, " + baseline + " at native only");
    }

    @Test
    void changesAfterATrainingAreSaid() {
        train();
        assertFalse(model.staleProperty().get());
        collect(0, StripedFaces.Direction.ACROSS, 1);
        assertTrue(model.staleProperty().get());
        model.train();
        assertFalse(model.staleProperty().get());
    }

    @Test
    void otherNetworksForgetTheTrainingAndKeepTheSamples() {
        train();
        model.setNetworks(NETWORKS);
        assertTrue(model.labels(1).isPresent());
        model.setNetworks(List.of(Path.of("another")));
        assertFalse(model.labels(1).isPresent());
        assertEquals(240, model.samples());
    }

    @Test
    void wrongNamesAndTooFewSamplesAreExplained() {
        model.classes().list().get(0).nameProperty().set("a/b");
        model.train();
        assertTrue(model.problemProperty().get().startsWith("\"a/b\" is not a valid class name."));
        model.classes().list().get(0).nameProperty().set("a");
        model.train();
        assertEquals(
                "Class a has fewer than 8 samples. Hold its button longer, or choose images.",
                model.problemProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void nothingIsStoredByTraining() {
        train();
        assertEquals(List.of(), workspace.experiments());
    }
}
