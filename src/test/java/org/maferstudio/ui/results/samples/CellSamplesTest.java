package org.maferstudio.ui.results.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Datasets;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.shown.ExperimentResults;
import org.maferstudio.ui.results.shown.ResultsReader;

/** The samples of a cell, and where their pictures come from. */
class CellSamplesTest {
    @TempDir
    private Path folder;

    @Test
    void picturesComeFromTheDatasetThatTheNetworkWasTrainedOn() {
        CellSamples cells = looking(new DirectJobs(), evaluated(TinyFaces.write(folder, 2, 1)));
        cells.select(0, 1);
        assertEquals(1, cells.samples().size());
        Prediction prediction = cells.samples().get(0);
        assertEquals(48, cells.picture(prediction).orElseThrow().pixels().read().width());
        assertEquals("", cells.hintProperty().get());
        assertEquals("dis 70 %, ang 30 %, fea 0 %", cells.guesses(prediction));
        assertEquals("Anger \u2192 Disgust  \u00b7  1", cells.title());
    }

    @Test
    void theNamesAreThereBeforeThePictures() {
        HeldJobs jobs = new HeldJobs();
        CellSamples cells = looking(jobs, evaluated(TinyFaces.write(folder, 2, 1)));
        cells.select(0, 1);
        assertEquals(1, cells.samples().size());
        assertEquals("Reading the dataset\u2026", cells.hintProperty().get());
        assertTrue(cells.picture(cells.samples().get(0)).isEmpty());
        jobs.releaseAll();
        assertEquals("", cells.hintProperty().get());
        assertTrue(cells.picture(cells.samples().get(0)).isPresent());
    }

    @Test
    void aDatasetThatIsGoneLeavesTheNamesAndSaysSo() throws IOException {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        Files.delete(folder.resolve("fer2013.csv"));
        CellSamples cells = looking(new DirectJobs(), experiment);
        cells.select(0, 1);
        assertEquals(1, cells.samples().size());
        String hint = cells.hintProperty().get();
        assertTrue(hint.startsWith("Names only: the dataset is not at hand. There is nothing at "), hint);
    }

    @Test
    void samplesOfAnotherDatasetHaveNoPicturesAndSaySo() {
        Experiment experiment = evaluated(TinyFaces.write(folder, 2, 1));
        experiment.write(MadeExperiments.predictions("test", "native", 4));
        CellSamples cells = looking(new DirectJobs(), experiment);
        cells.select(0, 1);
        assertFalse(cells.samples().isEmpty());
        String hint = cells.hintProperty().get();
        assertTrue(hint.contains("not of the dataset that this network was trained on"), hint);
    }

    private static CellSamples looking(Jobs jobs, Experiment experiment) {
        CellSamples cells = new CellSamples(jobs);
        List<ExperimentResults> read = new ResultsReader().readAll(List.of(experiment.folder()), Optional.empty());
        cells.lookAt(Optional.of(read.get(0)), Predictions.NATIVE);
        return cells;
    }

    /** On the validation part, where anger is called disgust and all else is right. */
    private Experiment evaluated(DatasetSource source) {
        Experiment experiment =
                Experiment.create(folder.resolve("a"), Recipe.DEFAULT.named("a").on(source));
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            List<Prediction> rows = dataset.samples("validation").stream()
                    .map(CellSamplesTest::prediction)
                    .toList();
            experiment.write(new Predictions(dataset.labels(), "validation", Predictions.NATIVE, rows));
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
