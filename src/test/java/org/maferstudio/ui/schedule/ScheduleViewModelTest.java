package org.maferstudio.ui.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.ScheduleForecast;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.ui.workbench.Workbench;

class ScheduleViewModelTest {
    private Workspace workspace;
    private Workbench workbench;
    private ScheduleViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
        workbench.datasetProperty().set(dataset("FER2013", 28_709, 48));
        model = new ScheduleViewModel(workbench, new DirectJobs());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyPresetFillsTheFormAndIsRecognisedInIt() {
        for (SchedulePreset preset : SchedulePreset.values()) {
            model.presetProperty().set(preset);
            assertEquals(preset.schedule(), model.scheduleProperty().get());
            assertEquals(preset, model.presetProperty().get());
        }
    }

    @Test
    void changingOneFieldLeavesThePreset() {
        model.presetProperty().set(SchedulePreset.CR_SIMPLIFIED);
        model.howOften().probability().textProperty().set("0.25");
        assertNull(model.presetProperty().get());
        assertEquals(
                SchedulePreset.CR_SIMPLIFIED.schedule().with(new DownsamplingProbability.Constant(0.25)),
                model.scheduleProperty().get());
        model.howOften().probability().textProperty().set("0.1");
        assertEquals(SchedulePreset.CR_SIMPLIFIED, model.presetProperty().get());
    }

    @Test
    void invalidInputIsReportedNextToItsFieldAndIsNoSchedule() {
        model.presetProperty().set(SchedulePreset.CROSS_RESOLUTION_CURRICULUM);
        model.howOften().start().textProperty().set("0.8");
        model.howOften().maximum().textProperty().set("0.5");
        assertEquals(
                "Must be at least Start",
                model.howOften().maximumMessageProperty().get());
        assertNull(model.scheduleProperty().get());
        model.train();
        assertNull(workbench.scheduleProperty().get());
    }

    @Test
    void theListIsCheckedAsItIsTyped() {
        model.which().modeProperty().set(ResolutionFields.Mode.LISTED);
        model.which().listProperty().set("8, sixteen");
        assertFalse(model.which().listMessageProperty().get().isEmpty());
        assertNull(model.scheduleProperty().get());
        model.which().listProperty().set("8:2, 16");
        assertEquals("", model.which().listMessageProperty().get());
        assertEquals(
                new Resolutions.Listed(List.of(8, 16), List.of(2.0, 1.0)),
                model.scheduleProperty().get().which());
        model.which().listProperty().set("uniform:8-32");
        assertFalse(model.which().listMessageProperty().get().isEmpty());
    }

    @Test
    void rangesMustNotCross() {
        model.which().modeProperty().set(ResolutionFields.Mode.LOGARITHMIC);
        model.which().least().set(40);
        model.which().most().set(8);
        assertEquals(
                "Must be at least From", model.which().mostMessageProperty().get());
        model.which().most().set(64);
        assertEquals(
                new Resolutions.LogUniform(40, 64),
                model.scheduleProperty().get().which());
        model.which().modeProperty().set(ResolutionFields.Mode.POWERS);
        model.which().highestProperty().set(4);
        assertEquals(
                "Must be at least Lowest",
                model.which().highestMessageProperty().get());
    }

    @Test
    void theForecastCountsTheDatasetsImagesOverTheEpochs() {
        model.loadFaces();
        model.epochs().set(10);
        ScheduleForecast forecast = model.forecastProperty().get();
        assertEquals(287_090, forecast.images());
        assertEquals(
                "FER2013: 28,709 images of 48 px per epoch, 287,090 in the whole training run",
                model.runProperty().get());
        assertEquals(0.5, forecast.nativeShare(), 1e-12);
    }

    @Test
    void resolutionsThatDoNothingAreWarnedOfAndCanBeLeftOut() {
        model.loadFaces();
        model.presetProperty().set(SchedulePreset.CR_SIMPLIFIED);
        assertEquals(
                "No effect at 64, 128 px: the images have 48 px. 40 % of the images drawn for downsampling"
                        + " remain unchanged.",
                model.warningProperty().get());
        model.leaveOutWithoutEffect();
        assertEquals(
                new Resolutions.PowersOfTwo(3, 5),
                model.scheduleProperty().get().which());
        assertEquals("", model.warningProperty().get());
    }

    @Test
    void leavingOutKeepsTheWeightsOfAListAndTheShapeOfARange() {
        model.loadFaces();
        model.which().modeProperty().set(ResolutionFields.Mode.LISTED);
        model.which().listProperty().set("8:3, 16:1, 64:4");
        model.leaveOutWithoutEffect();
        assertEquals(
                List.of(0.75, 0.25),
                List.copyOf(model.scheduleProperty().get().which().shares().values()));
        model.which().modeProperty().set(ResolutionFields.Mode.UNIFORM);
        model.which().most().set(100);
        model.leaveOutWithoutEffect();
        assertEquals(
                new Resolutions.Uniform(8, 47), model.scheduleProperty().get().which());
    }

    @Test
    void whereNothingHasAnEffectNothingCanBeLeftOut() {
        model.loadFaces();
        model.which().modeProperty().set(ResolutionFields.Mode.LISTED);
        model.which().listProperty().set("64, 128");
        assertFalse(model.someHaveEffectProperty().get());
        assertTrue(model.warningProperty().get().contains("100 %"));
    }

    @Test
    void aScheduleThatNeverDownsamplesNeedsNoWarning() {
        model.loadFaces();
        model.presetProperty().set(SchedulePreset.OFF);
        assertEquals("", model.warningProperty().get());
        assertEquals(1, model.forecastProperty().get().nativeShare());
    }

    @Test
    void aCurriculumSlowerThanTheRunIsReported() {
        model.loadFaces();
        model.presetProperty().set(SchedulePreset.CROSS_RESOLUTION_CURRICULUM);
        assertEquals(
                "Reaches the maximum after 315,000 images, in epoch 11.",
                model.curriculumNoteProperty().get());
        model.epochs().set(5);
        assertEquals(
                "Ends at probability 0.50. The maximum needs 315,000 images.",
                model.curriculumNoteProperty().get());
        model.epochs().set(1);
        assertTrue(model.curriculumNoteProperty().get().startsWith("The first step comes after 35,000 images"));
    }

    @Test
    void oneFaceIsShownAtEachResolutionWithFewPixelsAtTheLeft() {
        model.loadFaces();
        model.presetProperty().set(SchedulePreset.CR_SIMPLIFIED);
        List<FaceAtResolution> faces = model.downsampledProperty().get();
        assertEquals(
                List.of("8 px", "16 px", "32 px", "64 px", "128 px", "native"),
                faces.stream().map(FaceAtResolution::title).toList());
        assertEquals(
                List.of("", "", "", "no effect", "no effect", "48 \u00d7 48"),
                faces.stream().map(FaceAtResolution::note).toList());
        assertEquals(
                List.of(true, true, true, false, false, true),
                faces.stream().map(FaceAtResolution::changed).toList());
        model.nextFace();
        assertNotEquals(faces.get(0), model.downsampledProperty().get().get(0));
    }

    @Test
    void aWideRangeIsShownByAFewResolutions() {
        model.loadFaces();
        model.which().modeProperty().set(ResolutionFields.Mode.UNIFORM);
        model.which().least().set(4);
        model.which().most().set(44);
        List<FaceAtResolution> faces = model.downsampledProperty().get();
        assertEquals(9, faces.size());
        assertEquals("4 px", faces.get(0).title());
        assertEquals("44 px", faces.get(7).title());
    }

    @Test
    void trainingGetsTheScheduleAndComesToTheFront() {
        model.presetProperty().set(SchedulePreset.CR_SIMPLIFIED);
        assertFalse(model.inUseProperty().get());
        model.train();
        assertEquals(
                SchedulePreset.CR_SIMPLIFIED.schedule(),
                workbench.scheduleProperty().get());
        assertEquals("training", workbench.paneProperty().get());
        assertTrue(model.inUseProperty().get());
        model.kernels().kernelProperty().set(Kernel.BOX);
        assertFalse(model.inUseProperty().get());
    }

    @Test
    void otherKernelsAndQualitiesArePartOfTheSchedule() {
        model.presetProperty().set(SchedulePreset.CR_SIMPLIFIED);
        model.kernels().others().setAll(Kernel.NEAREST, Kernel.BOX, Kernel.BILINEAR);
        model.kernels().jpegProperty().set("10, 60");
        ResolutionSchedule made = model.scheduleProperty().get();
        assertEquals(List.of(Kernel.BOX, Kernel.NEAREST), made.otherKernels(), "without the schedule's own kernel");
        assertEquals(List.of(10, 60), made.jpeg());
        model.kernels().jpegProperty().set("101");
        assertNull(model.scheduleProperty().get());
        assertEquals(
                "Enter numbers from 1 to 100, such as 10, 30, 60.",
                model.kernels().jpegMessageProperty().get());
        workbench.scheduleProperty().set(SchedulePreset.CR_SIMPLIFIED.schedule());
        workbench.scheduleProperty().set(made);
        assertEquals(made, model.scheduleProperty().get());
        assertEquals("10, 60", model.kernels().jpegProperty().get());
    }

    @Test
    void aScheduleChosenElsewhereIsShownHere() {
        ResolutionSchedule other = SchedulePreset.CROSS_RESOLUTION_CURRICULUM.schedule();
        workbench.scheduleProperty().set(other);
        assertEquals(other, model.scheduleProperty().get());
        assertTrue(model.inUseProperty().get());
    }

    @Test
    void drawnFacesStandInWhereThereIsNoDataset() {
        workbench.datasetProperty().set(null);
        model.loadFaces();
        assertTrue(model.runProperty().get().startsWith("Drawn faces: 1,400 images of 96 px"));
        assertEquals(6, model.downsampledProperty().get().size());
    }

    @Test
    void anotherDatasetIsReadOnlyAfterThePaneWasOpened() {
        HeldJobs held = new HeldJobs();
        ScheduleViewModel waiting = new ScheduleViewModel(workbench, held);
        workbench.datasetProperty().set(dataset("Other", 100, 30));
        assertEquals(0, held.size());
        waiting.loadFaces();
        held.releaseAll();
        workbench.datasetProperty().set(dataset("Third", 100, 20));
        held.releaseAll();
        assertTrue(waiting.runProperty().get().startsWith("Third"));
        assertNotNull(waiting.forecastProperty().get());
    }

    @Test
    void imagesThatCannotBeReadAreReported() {
        Sample broken = new Sample("a.png", Sample.TRAIN, 0, "", () -> {
            throw Problem.input("The picture a.png is damaged.");
        });
        workbench
                .datasetProperty()
                .set(new Dataset("Broken", "test", LabelSet.fer2013(), List.of(broken), List.of(), List.of()));
        model.loadFaces();
        assertEquals("The picture a.png is damaged.", model.problemProperty().get());
        assertNull(model.forecastProperty().get());
    }

    private static Dataset dataset(String name, int count, int side) {
        List<Sample> samples = IntStream.range(0, count)
                .mapToObj(i -> new Sample(name + i, Sample.TRAIN, 0, "", () -> noise(side, i)))
                .toList();
        return new Dataset(name, "test", LabelSet.fer2013(), samples, List.of(), List.of());
    }

    private static RasterImage noise(int side, long seed) {
        byte[] values = new byte[side * side];
        new Random(seed).nextBytes(values);
        return new RasterImage(side, side, 1, values);
    }
}
