package org.maferstudio.ui.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.explain.AttributionMap;
import org.maferstudio.explain.Explanation;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveNetwork;
import org.maferstudio.live.RecordedFilms;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.explain.ExplainedFace;
import org.maferstudio.ui.explain.MapChoice;
import org.maferstudio.ui.live.ownclasses.OwnClassesServices;
import org.maferstudio.ui.networkimport.NetworkImporter;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.SourceName;

/** The pane's doings without a toolkit, with drawn faces and without networks. */
@Timeout(60)
class LiveViewModelTest {
    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private Workspace workspace;
    private Workbench workbench;
    private LiveViewModel model;
    private Path target;
    private Runnable choosing = () -> {};
    private Path shipped;

    private static LiveServices supplies(NetworkOpener opener, List<Path> shipped) {
        return new LiveServices(opener, () -> shipped);
    }

    @BeforeEach
    void open() throws Exception {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        Experiment experiment = Experiment.create(
                folder.resolve("shipped"), RecipePreset.DEMO_BASE.recipe().named("Shipped"));
        Files.createDirectories(experiment.checkpoints());
        Files.writeString(experiment.checkpoints().resolve("best.safetensors"), "");
        shipped = experiment.folder();
        FileDialogs dialogs = new ChosenFiles(() -> null, () -> {
            choosing.run();
            return target;
        });
        model = new LiveViewModel(
                workbench, new DirectJobs(), dialogs, screen::add, supplies(folders -> List.of(), List.of(shipped)));
        model.refresh();
        model.form().sourceProperty().set("drawn");
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    /** Runs what the session sends to the screen, until this holds. */
    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            screen.take().run();
        }
    }

    @Test
    void networksThatComeAlongAreOffered() {
        assertEquals("Shipped", model.form().firstProperty().get().title());
    }

    @Test
    @Tag("engine")
    void anImportedNetworkIsChosen() {
        model.networkImport().open(OnnxFixtures.file("grey64"));
        model.networkImport().usePreset(OnnxPreset.FERPLUS);
        model.networkImport().save();
        assertFalse(model.networkImport().openProperty().get());
        assertEquals("grey64", model.form().firstProperty().get().title());
        assertTrue(model.form().folders().get(0).startsWith(workspace.folder().toAbsolutePath()));
        assertEquals("Shipped", model.form().networks().get(1).title());
    }

    @Test
    void framesComeUntilItIsStoppedAndTheLastOneStays() throws InterruptedException {
        model.start();
        assertTrue(model.runningProperty().get());
        until(() -> model.readings().readingProperty().get() != null);
        assertEquals(1, model.readings().readingProperty().get().faces().size());
        model.stop();
        assertFalse(model.runningProperty().get());
        assertTrue(model.readings().readingProperty().get() != null, "the last frame is still seen");
    }

    @Test
    void aFrozenFrameIsReadAgainAtAnotherResolution() throws InterruptedException {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.frozenProperty().set(true);
        model.showLowest();
        until(() -> model.readings().readingProperty().get().resolution().equals(OptionalInt.of(8)));
        long held = model.readings().readingProperty().get().frame().number();
        model.form().showNative();
        until(() -> model.readings().readingProperty().get().resolution().isEmpty());
        assertEquals(held, model.readings().readingProperty().get().frame().number());
    }

    @Test
    @Tag("engine")
    void valuesOfANetworkAreShownAndFollowTheSliderWhileFrozen() throws InterruptedException {
        model = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                supplies(
                        folders -> List.of(new LiveNetwork("Heads", OnnxFixtures.open("heads64"), Optional.empty())),
                        List.of(shipped)));
        model.refresh();
        model.form().sourceProperty().set("drawn");
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        NetworkColumn column = model.readings().columns().get(0);
        assertEquals(
                List.of("valence", "arousal"),
                column.values().stream().map(OutputValue::name).toList());
        model.frozenProperty().set(true);
        model.showLowest();
        until(() -> model.readings().readingProperty().get().resolution().equals(OptionalInt.of(8)));
        assertShowsItsValues(column);
        double[] before = column.numbers();
        model.form().showNative();
        until(() -> model.readings().readingProperty().get().resolution().isEmpty());
        assertShowsItsValues(column);
        assertFalse(Arrays.equals(before, column.numbers()));
    }

    private void assertShowsItsValues(NetworkColumn column) {
        FaceReading face = model.readings().readingProperty().get().faces().get(0);
        float[] values = face.networks().get(0).recognition().values();
        assertEquals(2, values.length);
        assertArrayEquals(new double[] {values[0], values[1]}, column.numbers());
    }

    @Test
    @Tag("engine")
    void theFaceOfAFrozenFrameIsExplainedUntilTheFrameGoesOn() throws InterruptedException {
        List<ExplainedFace> asked = new ArrayList<>();
        model = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                new LiveServices(
                        folders -> List.of(new LiveNetwork("Grey", OnnxFixtures.open("grey64"), Optional.empty())),
                        () -> List.of(shipped),
                        OwnClassesServices.USUAL,
                        NetworkImporter.ENGINE,
                        (face, network, method, label, progress) -> {
                            asked.add(face);
                            RasterImage cut = face.crop()
                                    .apply(OnnxFixtures.contract("grey64").input());
                            return face.resolutions().stream()
                                    .map(resolution -> new Explanation(
                                            resolution,
                                            cut,
                                            "",
                                            0.5,
                                            1,
                                            new AttributionMap(List.of(List.of(1.0)), 0, 0, 1, 1)))
                                    .toList();
                        }));
        model.refresh();
        model.form().sourceProperty().set("drawn");
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.frozenProperty().set(true);
        model.explanation().choiceProperty().set(MapChoice.OCCLUSION);
        assertEquals(
                List.of(new ExplainedFace.Network("Grey", shipped)),
                asked.get(0).networks());
        assertEquals(
                6,
                model.explanation()
                        .figureProperty()
                        .get()
                        .rows()
                        .get(0)
                        .explanations()
                        .size());
        model.showLowest();
        until(() -> model.readings().readingProperty().get().resolution().equals(OptionalInt.of(8)));
        assertNotNull(model.explanation().figureProperty().get(), "the maps are of all resolutions");
        model.frozenProperty().set(false);
        assertNull(model.explanation().figureProperty().get());
        assertEquals(MapChoice.NONE, model.explanation().choiceProperty().get());
        assertFalse(model.heldProperty().get());
        model.stop();
        assertTrue(model.heldProperty().get(), "the last frame stays");
        model.explanation().choiceProperty().set(MapChoice.OCCLUSION);
        assertNotNull(model.explanation().figureProperty().get(), "and can be explained");
        model.start();
        assertNull(model.explanation().figureProperty().get(), "until the next one comes");
    }

    @Test
    @Tag("engine")
    void theFaceOfAFrameThatStaysIsHandedToTheEmbeddingPane() throws InterruptedException {
        model = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                supplies(
                        folders -> List.of(new LiveNetwork("Grey", OnnxFixtures.open("grey64"), Optional.empty())),
                        List.of(shipped)));
        model.refresh();
        model.form().sourceProperty().set("drawn");
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.placeFace();
        assertFalse(model.faceHeldProperty().get());
        assertNull(workbench.placementRequestProperty().get(), "the film goes on");
        model.frozenProperty().set(true);
        assertTrue(model.faceHeldProperty().get());
        model.placeFace();
        PlacementRequest.Face face =
                workbench.placementRequestProperty().get().faces().get(0);
        assertEquals("embedding", workbench.paneProperty().get());
        assertEquals(shipped, face.experiment());
        assertEquals("Grey", face.network());
        assertEquals(1, face.image().channels(), "grey, as the network was trained");
        RasterImage seen = model.readings()
                .readingProperty()
                .get()
                .faces()
                .get(0)
                .networks()
                .get(0)
                .seen();
        assertEquals(seen, new InputPacker(OnnxFixtures.contract("grey64").input()).resized(face.image()));
        model.stop();
        assertTrue(model.faceHeldProperty().get(), "the last face stays");
    }

    /** A recording of drawn faces; its frames have these resolutions in pixels, 0 for native. */
    private Path recorded(int... resolutions) throws Exception {
        Path recording = folder.resolve("film");
        RecordedFilms.record(recording, resolutions);
        return recording;
    }

    private void play(Path source) throws InterruptedException {
        model.form().sourceProperty().set(source.toString());
        model.start();
        until(() -> !model.runningProperty().get());
    }

    private void untilShownAt(OptionalInt resolution) throws InterruptedException {
        until(() -> model.readings().readingProperty().get().resolution().equals(resolution));
        assertEquals(resolution, model.resolution());
    }

    @Test
    void afterTheEndOfAFilmItsLastFrameIsShownAtTheResolutionOfTheSlider() throws Exception {
        play(recorded(0, 0, 0));
        assertEquals(OptionalInt.empty(), model.resolution());
        model.showLowest();
        assertEquals(OptionalInt.empty(), model.resolution(), "what is shown is still native");
        untilShownAt(OptionalInt.of(8));
        model.form().showNative();
        untilShownAt(OptionalInt.empty());
        assertEquals(2, model.readings().readingProperty().get().frame().number());
    }

    @Test
    void afterStopTheLastFrameIsShownAtTheResolutionOfTheSlider() throws InterruptedException {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.stop();
        model.showLowest();
        untilShownAt(OptionalInt.of(8));
    }

    @Test
    void aFilmThatEndsWhileItIsFrozenIsNoLongerFrozenAndShownAtTheResolutionOfTheSlider() throws Exception {
        model.form().sourceProperty().set(recorded(0).toString());
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.frozenProperty().set(true);
        until(() -> !model.runningProperty().get());
        assertFalse(model.frozenProperty().get());
        model.showLowest();
        untilShownAt(OptionalInt.of(8));
    }

    @Test
    void aFrozenImageOfAFolderIsShownAtTheResolutionOfTheSlider() throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));
        for (int i = 0; i < 3; i++) {
            ImageFile.write(new RasterImage(20 + i, 30, 1, new byte[(20 + i) * 30]), images.resolve(i + ".png"));
        }
        model.form().sourceProperty().set(images.toString());
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.frozenProperty().set(true);
        model.showLowest();
        untilShownAt(OptionalInt.of(8));
        model.stop();
        model.form().showNative();
        untilShownAt(OptionalInt.empty());
    }

    @Test
    void aResolutionThatIsChosenWhileASourceOpensIsThatOfItsFirstFrame() throws InterruptedException {
        HeldJobs held = new HeldJobs();
        LiveViewModel slow = new LiveViewModel(
                workbench, held, FileDialogs.CANCEL, screen::add, supplies(folders -> List.of(), List.of(shipped)));
        slow.refresh();
        held.release(0);
        slow.form().sourceProperty().set("drawn");
        slow.start();
        slow.showLowest();
        held.release(0);
        until(() -> slow.readings().readingProperty().get() != null);
        assertEquals(OptionalInt.of(8), slow.resolution());
        slow.close();
    }

    @Test
    void aRecordingIsShownAtItsOwnResolutionsAndTheSliderFollowsUntilItIsMoved() throws Exception {
        Path recording = recorded(0, 12, 9);
        play(recording);
        assertEquals(OptionalInt.of(9), model.resolution(), "the label is exact");
        assertEquals(OptionalInt.of(10), model.form().resolution(), "the slider is at its nearest place");
        play(recording);
        assertEquals(OptionalInt.of(9), model.resolution(), "the slider was not moved by hand");
        model.form().downsampleTo(16);
        untilShownAt(OptionalInt.of(16));
        play(recording);
        assertEquals(OptionalInt.of(16), model.resolution());
    }

    @Test
    @Tag("engine")
    void theBarsOfAFrameThatStaysAreItsOwnWithoutSmoothing() throws Exception {
        IncludedExperiments.Entry entry = IncludedExperiments.entries().stream()
                .filter(IncludedExperiments.Entry::network)
                .findFirst()
                .orElseThrow();
        Path network =
                IncludedExperiments.open(entry, folder.resolve("gallery")).folder();
        LiveViewModel reading = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                supplies(NetworkOpener.ENGINE, List.of(network)));
        reading.refresh();
        reading.form().strengthProperty().set(1);
        reading.form().sourceProperty().set(recorded(8, 8, 0).toString());
        reading.start();
        until(() -> !reading.runningProperty().get());
        assertBarsAreOfTheReading(reading);
        reading.form().downsampleTo(8);
        until(() -> reading.readings().readingProperty().get().resolution().equals(OptionalInt.of(8)));
        assertBarsAreOfTheReading(reading);
        until(() -> reading.readings().sweepProperty().get() != null);
        reading.close();
    }

    private static void assertBarsAreOfTheReading(LiveViewModel model) {
        float[] expected = model.readings()
                .readingProperty()
                .get()
                .faces()
                .get(0)
                .networks()
                .get(0)
                .recognition()
                .probabilities();
        double[] bars = model.readings().columns().get(0).probabilities();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], bars[i], 1e-9);
        }
        assertEquals(
                model.readings().readingProperty().get().frame().milliseconds() / 1000.0,
                model.readings()
                        .columns()
                        .get(0)
                        .moments()
                        .get(model.readings().columns().get(0).moments().size() - 1)
                        .seconds());
    }

    @Test
    void whatAnEarlierSessionStillSaysEndsNoLaterOne() throws InterruptedException {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.start();
        for (int i = 0; i < 5; i++) {
            screen.take().run();
        }
        assertTrue(model.runningProperty().get());
    }

    @Test
    void aMissingSourceIsReportedAndNothingRuns() {
        model.form().sourceProperty().set("no such file.mp4");
        model.start();
        assertTrue(
                model.problemProperty().get().startsWith("Unknown source"),
                model.problemProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void aRequestIsShownImmediately() throws InterruptedException {
        workbench.showLive(new LiveRequest(SourceName.of("drawn:5"), List.of()));
        assertEquals("live", workbench.paneProperty().get());
        assertEquals("drawn:5", model.form().sourceProperty().get());
        until(() -> model.readings().readingProperty().get() != null);
    }

    @Test
    void anExperimentWithoutANetworkIsReported() {
        Experiment matrices = Experiment.create(
                folder.resolve("matrices"), RecipePreset.DEMO_BASE.recipe().named("Matrices"));
        workbench.showLive(new LiveRequest(null, List.of(matrices.folder())));
        assertEquals(
                "Experiment matrices has no trained network. Choose another experiment.",
                model.problemProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void nothingIsStoredUnlessSomeoneRecords() throws Exception {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        target = folder.resolve("recorded");
        assertFalse(Files.exists(target));
        model.record();
        assertTrue(model.recordingProperty().get() != null);
        until(() -> model.recordingProperty().get().frames() > 2);
        model.record();
        assertEquals(null, model.recordingProperty().get());
        assertEquals(SourceName.Kind.RECORDING, SourceName.of(target.toString()).kind());
    }

    @Test
    void aFilmIsHeldWhileTheFolderOfARecordingIsChosenAndRecordedFromThereOn() throws Exception {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        long[] shown = new long[1];
        choosing = () -> {
            try {
                Thread.sleep(500);
                while (!screen.isEmpty()) {
                    screen.take().run();
                }
                shown[0] = model.readings().readingProperty().get().frame().number();
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        target = folder.resolve("recorded");
        model.record();
        until(() -> model.recordingProperty().get().frames() > 2);
        model.record();
        model.stop();
        String facts = Files.readString(target.resolve(RecordingFiles.METADATA));
        long start = JsonParser.parseString(facts)
                .getAsJsonObject()
                .get("start_milliseconds")
                .getAsLong();
        long next = Math.round(1000 * (shown[0] + 1) / 30.0);
        assertTrue(start >= next && start < next + 500, "shown frame " + shown[0] + ", recording from " + start);
    }

    @Test
    void aRecordingWithoutAFrameLeavesNothingAndSaysSo() throws Exception {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        model.frozenProperty().set(true);
        target = folder.resolve("recorded");
        model.record();
        Thread.sleep(300);
        model.record();
        assertFalse(Files.exists(target));
        assertTrue(
                model.statusProperty().get().startsWith("Nothing was recorded"),
                model.statusProperty().get());
    }

    @Test
    void afterTheEndNothingIsRecorded() throws Exception {
        play(recorded(0));
        target = folder.resolve("recorded");
        model.record();
        assertEquals(null, model.recordingProperty().get());
    }

    @Test
    void aFolderThatIsNotEmptyIsNotRecordedInto() throws Exception {
        model.start();
        until(() -> model.readings().readingProperty().get() != null);
        target = folder;
        model.record();
        assertTrue(
                model.problemProperty().get().contains("is not empty"),
                model.problemProperty().get());
        assertEquals(null, model.recordingProperty().get());
    }

    @Test
    void withoutANetworkItSaysWhereOneComesFrom() throws Exception {
        LiveViewModel alone = new LiveViewModel(
                workbench,
                new DirectJobs(),
                FileDialogs.CANCEL,
                screen::add,
                supplies(
                        folders -> {
                            throw Problem.input("not asked");
                        },
                        List.of()));
        alone.refresh();
        alone.start();
        assertTrue(alone.problemProperty().get().startsWith("No network is available."));
    }
}
