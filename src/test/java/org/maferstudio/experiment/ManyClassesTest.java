package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.Persons;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/** As many classes as VGGFace2 has persons: nothing grows with their square, and nothing is kept of each but a count. */
class ManyClassesTest {
    private static final int PERSONS = 8631;

    @TempDir
    private Path folder;

    @Test
    void predictionsOfThousandsOfClassesAreSmallOnDiskAndComeBackWithTheExperimentsClasses() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("cr"), Recipe.DEFAULT);
        Predictions written = Persons.predictions(PERSONS, Resolution.NATIVE, 3);
        experiment.update(manifest -> manifest.withDataset(Persons.facts(PERSONS), null, Map.of(), ""));
        experiment.write(written);
        Path file = experiment.predictionFiles().get(0);
        assertTrue(Files.readString(file).startsWith("sample,group,label,predicted,confidence\n"));
        long bytes = Files.size(file) / written.rows().size();
        assertTrue(bytes < 100, "bytes a sample: " + bytes);
        Predictions read = experiment.predictions("validation", Resolution.NATIVE);
        assertEquals(written.labels(), read.labels());
        assertEquals(Scores.of(written), Scores.of(read));
        assertEquals(0.75f, read.rows().get(0).confidence());
        Problem alone = assertThrows(Problem.class, () -> PredictionsFile.read(file));
        assertTrue(alone.getMessage().contains("stored in the experiment only"), alone.getMessage());
    }

    @Test
    void aClassThatTheExperimentDoesNotHaveIsNamed() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("cr"), Recipe.DEFAULT);
        experiment.update(manifest -> manifest.withDataset(Persons.facts(101), null, Map.of(), ""));
        experiment.write(Persons.predictions(101, Resolution.NATIVE, 1));
        Path file = experiment.predictionFiles().get(0);
        Files.writeString(file, Files.readString(file) + "x,,n999999,n000001,0.5\n");
        Problem problem = assertThrows(Problem.class, () -> experiment.predictions("validation", Resolution.NATIVE));
        assertTrue(
                problem.getMessage().contains("\"n999999\" is not one of the experiment's classes"),
                problem.getMessage());
    }

    @Test
    void aSweepHasScoresAndNoMatrix() {
        ResolutionSweep sweep = ResolutionSweep.of(List.of(
                Persons.predictions(PERSONS, Resolution.NATIVE, 3), Persons.predictions(PERSONS, Resolution.of(8), 5)));
        assertTrue(sweep.points().get(0).matrix().isEmpty());
        // Every third, every fifth of them is wrong.
        assertEquals(2.0 / 3, sweep.points().get(0).scores().accuracy(), 1e-3);
        assertEquals(4.0 / 5, sweep.points().get(1).scores().accuracy(), 1e-3);
        assertFalse(sweep.points().get(1).noEffect());
        assertThrows(
                IllegalArgumentException.class,
                () -> ConfusionMatrix.of(Persons.predictions(101, Resolution.of(8), 5)));
        assertEquals(
                100,
                ConfusionMatrix.of(Persons.predictions(100, Resolution.of(8), 5))
                        .size());
    }

    @Test
    void calibrationKnowsConfidencesAndNoBrierScore() {
        Calibration calibration = Calibration.of(Persons.predictions(300, Resolution.NATIVE, 3), 4);
        assertEquals(0.75 - 2.0 / 3, calibration.expectedError(), 1e-9);
        assertTrue(Double.isNaN(calibration.brier()));
    }
}
