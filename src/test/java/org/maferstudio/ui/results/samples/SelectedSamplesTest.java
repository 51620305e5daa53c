package org.maferstudio.ui.results.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.ResultsReader;
import org.maferstudio.ui.workbench.SampleSelection;
import org.maferstudio.ui.workbench.Workbench;

/** The samples of a cell, and where their pictures come from. */
class SelectedSamplesTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void imagesComeFromTheDatasetThatTheNetworkWasTrainedOn() {
        SelectedSamples selected = looking(new DirectJobs(), evaluated(TinyFaces.write(folder, 2, 1)));
        selected.select(0, 1);
        assertEquals(1, selected.samples().size());
        Prediction prediction = selected.samples().get(0);
        assertEquals(
                48, selected.image(prediction).orElseThrow().pixels().read().width());
        assertEquals("", selected.hintProperty().get());
        assertEquals("dis 70 %, ang 30 %, fea 0 %", selected.guesses(prediction));
        assertEquals("Anger \u2192 Disgust  \u00b7  1", selected.title());
    }

    @Test
    void theNamesAreThereBeforeTheImages() {
        HeldJobs jobs = new HeldJobs();
        SelectedSamples selected = looking(jobs, evaluated(TinyFaces.write(folder, 2, 1)));
        selected.select(0, 1);
        assertEquals(1, selected.samples().size());
        assertEquals("Reading the dataset\u2026", selected.hintProperty().get());
        assertTrue(selected.image(selected.samples().get(0)).isEmpty());
        jobs.releaseAll();
        assertEquals("", selected.hintProperty().get());
        assertTrue(selected.image(selected.samples().get(0)).isPresent());
    }

    @Test
    void aMissingDatasetLeavesTheNamesAndIsReported() throws IOException {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        Files.delete(folder.resolve("fer2013.csv"));
        SelectedSamples selected = looking(new DirectJobs(), experiment);
        selected.select(0, 1);
        assertEquals(1, selected.samples().size());
        String hint = selected.hintProperty().get();
        assertTrue(
                hint.startsWith("Images are not shown because the dataset was not found. There is nothing at "), hint);
    }

    @Test
    void samplesOfAnotherDatasetHaveNoImagesAndReportIt() {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        experiment.write(MadeExperiments.predictions("test", Resolution.NATIVE, 4));
        SelectedSamples selected = looking(new DirectJobs(), experiment);
        selected.select(0, 1);
        assertFalse(selected.samples().isEmpty());
        String hint = selected.hintProperty().get();
        assertTrue(hint.contains("not in the dataset this network was trained on"), hint);
    }

    @Test
    void whatIsSelectedHereIsReportedToTheOtherPanesAndTakenBack() {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        SelectedSamples selected = looking(new DirectJobs(), experiment);
        selected.select(0, 1);
        SampleSelection told = workbench.selectionProperty().get();
        assertEquals(experiment.folder(), told.experiment());
        assertEquals("validation", told.split());
        assertEquals(Resolution.NATIVE, told.resolution());
        assertEquals(Set.of(selected.samples().get(0).sample()), told.samples());
        assertEquals("Anger \u2192 Disgust", told.title());
        selected.clear();
        assertNull(workbench.selectionProperty().get());
    }

    @Test
    void whatAnotherPaneSelectsIsListedHereAndClearedForBoth() {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        SelectedSamples selected = looking(new DirectJobs(), experiment);
        selected.choose(new WholeSelection());
        int all = selected.samples().size();
        String one = selected.samples().get(all - 1).sample();
        workbench
                .selectionProperty()
                .set(new SampleSelection(
                        experiment.folder(),
                        "validation",
                        Resolution.NATIVE,
                        Set.of(one),
                        "12 in a lasso",
                        "embedding"));
        assertEquals(
                List.of(one),
                selected.samples().stream().map(Prediction::sample).toList());
        assertEquals("embedding", workbench.selectionProperty().get().by(), "it is not told back");
        selected.clear();
        assertNull(workbench.selectionProperty().get());
    }

    @Test
    void aSelectionOfAnExperimentThatIsNotShownWaitsUntilItIs() {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        SelectedSamples selected = new SelectedSamples(workbench, new DirectJobs());
        SampleSelection theirs = new SampleSelection(
                experiment.folder(), "validation", Resolution.NATIVE, Set.of("nobody"), "a lasso", "embedding");
        workbench.selectionProperty().set(theirs);
        assertNull(selected.pickedProperty().get());
        selected.update(read(experiment), Resolution.NATIVE);
        assertEquals("a lasso", ((NamedSelection) selected.choice().orElseThrow()).title());
        assertEquals(theirs, workbench.selectionProperty().get());
    }

    /** A bundle does not say where its dataset lies; its place is remembered beside it, and only of the very dataset. */
    @Test
    void theDatasetOfABundleIsLocatedByItsFingerprintAndRemembered() throws IOException {
        DatasetSource source = TinyFaces.write(folder, 2, 1);
        Experiment experiment = evaluated(source);
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            String fingerprint = Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), Progress.NONE));
            experiment.update(manifest ->
                    manifest.withDataset(DatasetMetadata.of(dataset, List.of(), fingerprint), null, Map.of(), ""));
        }
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        Path moved = Files.createDirectories(folder.resolve("moved"));
        Files.move(folder.resolve("fer2013.csv"), moved.resolve("fer2013.csv"));
        Path another = Files.createDirectories(folder.resolve("another"));
        TinyFaces.write(another, 1, 1);
        byte[] before = Files.readAllBytes(file);
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            Experiment bundle = library.open(file);
            SelectedSamples selected = looking(new DirectJobs(), bundle);
            selected.choose(new WholeSelection());
            Prediction one = selected.samples().get(0);
            assertTrue(selected.dataset(FileDialogs.CANCEL).missingProperty().get());
            assertTrue(selected.image(one).isEmpty());

            selected.dataset(FileDialogs.CANCEL).locate(List.of(another));
            assertTrue(selected.hintProperty().get().contains("is not the dataset of this experiment"));
            assertTrue(selected.dataset(FileDialogs.CANCEL).missingProperty().get());

            selected.dataset(FileDialogs.CANCEL).locate(List.of(moved));
            assertTrue(selected.image(one).isPresent(), selected.hintProperty()::get);
            assertFalse(selected.dataset(FileDialogs.CANCEL).missingProperty().get());
            assertEquals("", selected.hintProperty().get());

            SelectedSamples later = looking(new DirectJobs(), bundle);
            later.choose(new WholeSelection());
            assertTrue(later.image(one).isPresent(), "it is remembered");
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static List<ExperimentResults> read(Experiment experiment) {
        return new ResultsReader().readAll(List.of(experiment.folder()), Optional.empty());
    }

    private SelectedSamples looking(Jobs jobs, Experiment experiment) {
        SelectedSamples selected = new SelectedSamples(workbench, jobs);
        selected.update(read(experiment), Resolution.NATIVE);
        return selected;
    }

    /** On the validation part, where anger is called disgust and all else is right. */
    private Experiment evaluated(DatasetSource source) {
        Experiment experiment =
                Experiment.create(folder.resolve("a"), Recipe.DEFAULT.named("a").on(source));
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            List<Prediction> rows = dataset.samples("validation").stream()
                    .map(SelectedSamplesTest::prediction)
                    .toList();
            experiment.write(new Predictions(dataset.labels(), "validation", Resolution.NATIVE, rows));
        }
        return experiment;
    }

    private static Prediction prediction(Sample sample) {
        int predicted = sample.label() == 0 ? 1 : sample.label();
        float[] probabilities = new float[7];
        probabilities[predicted] = 0.7f;
        probabilities[predicted == 1 ? 0 : 1] = 0.3f;
        return new Prediction(sample.id(), "", sample.label(), predicted, probabilities);
    }
}
