package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.Made;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

class KeptPredictionsTest {
    @TempDir
    private Path folder;

    private EvaluatedExperiments evaluated;
    private List<Resolution> resolutions;

    @BeforeEach
    void evaluate() {
        Experiment experiment = Experiment.create(folder.resolve("a"), Recipe.DEFAULT);
        Made.everything(0.7, 0.3).forEach(experiment::write);
        evaluated = EvaluatedExperiments.of(List.of(experiment), Optional.empty());
        resolutions = EvaluatedExperiments.resolutions(experiment, evaluated.split());
    }

    /** Deletes the predictions at a resolution, so that reading them again fails. */
    private void delete(Resolution resolution) throws IOException {
        Files.delete(folder.resolve("a/predictions").resolve(PredictionsFile.name(evaluated.split(), resolution)));
    }

    @Test
    void theEndsAreReadOnceWithTheSweepAndTheOthersAreNotKept() throws IOException {
        KeptPredictions predictions = KeptPredictions.ofEnds(evaluated);
        assertTrue(resolutions.size() > 2);
        assertEquals(List.of(resolutions.get(0), resolutions.get(resolutions.size() - 1)), predictions.ends());
        ResolutionSweep sweep = predictions.sweep(0);
        Resolution middle = resolutions.get(1);
        assertNotSame(predictions.passing(0, middle), predictions.passing(0, middle));
        for (Resolution end : predictions.ends()) {
            delete(end);
            Predictions kept = predictions.at(0, end);
            assertEquals(end, kept.resolution());
            assertSame(kept, predictions.passing(0, end));
        }
        assertSame(sweep, predictions.sweep(0), "computed once");
        assertEquals(List.of(), predictions.skippedRows(), "what was skipped is known");
    }

    @Test
    void withoutEndsOnlyWhatWasAskedForIsKept() {
        KeptPredictions predictions = KeptPredictions.of(evaluated);
        assertFalse(predictions.hasSweep(0));
        predictions.sweep(0);
        assertTrue(predictions.hasSweep(0));
        Resolution last = resolutions.get(resolutions.size() - 1);
        assertNotSame(predictions.passing(0, last), predictions.passing(0, last));
        assertSame(predictions.at(0, last), predictions.passing(0, last));
    }

    @Test
    void skippedRowsAreToldAsByTheExperiments() throws IOException {
        Path file = folder.resolve("a/predictions").resolve(PredictionsFile.name(evaluated.split(), Resolution.NATIVE));
        Files.writeString(file, Files.readString(file) + "half a row\n");
        KeptPredictions predictions = KeptPredictions.ofEnds(evaluated);
        predictions.sweep(0);
        assertEquals(1, predictions.skippedRows().size());
        assertEquals(evaluated.skippedRows(), predictions.skippedRows());
    }
}
