package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** Everyone who opens the dataset of an experiment opens it where it was located. */
class LocatedDatasetsTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Experiment experiment;
    private Path moved;

    @BeforeEach
    void moveTheDataset() throws IOException {
        workspace = Workspace.open(folder.resolve("workspace"));
        DatasetSource source = TinyFaces.write(folder, 2, 1);
        experiment = workspace.create(Recipe.DEFAULT.named("a").on(source), LocalDateTime.of(2026, 1, 1, 12, 0));
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            String fingerprint = Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), Progress.NONE));
            experiment.update(manifest ->
                    manifest.withDataset(DatasetMetadata.of(dataset, List.of(), fingerprint), null, Map.of(), ""));
            List<Prediction> rows = dataset.samples("validation").stream()
                    .map(sample -> Prediction.withoutProbabilities(sample.id(), "", sample.label(), sample.label()))
                    .toList();
            experiment.write(new Predictions(dataset.labels(), "validation", Resolution.NATIVE, rows));
        }
        moved = Files.createDirectories(folder.resolve("moved"));
        Files.move(folder.resolve("fer2013.csv"), moved.resolve("fer2013.csv"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void locate() {
        LocatedDatasets.of(workspace).locate(experiment.manifest(), List.of(moved), Progress.NONE);
    }

    @Test
    void theDatasetIsWhereItWasLocatedOtherwiseWhereTheRecipeSays() {
        DatasetSource recorded = experiment.manifest().recipe().dataset();
        assertEquals(recorded, LocatedDatasets.source(experiment));
        locate();
        DatasetSource located = LocatedDatasets.source(experiment);
        assertEquals(List.of(moved.resolve("fer2013.csv").toString()), located.paths());
        assertEquals(located, LocatedDatasets.of(workspace).source(experiment.manifest()));
        assertEquals(recorded, experiment.manifest().recipe().dataset(), "the experiment is not changed");
    }

    @Test
    void whereALocatedDatasetHasGoneTheRecipeCounts() throws IOException {
        locate();
        Files.move(moved.resolve("fer2013.csv"), folder.resolve("fer2013.csv"));
        assertEquals(experiment.manifest().recipe().dataset(), LocatedDatasets.source(experiment));
    }

    @Test
    void anExperimentOutsideOfAWorkspaceIsOpenedWhereItsRecipeSays() {
        locate();
        Experiment outside = Experiment.create(
                folder.resolve("outside"), experiment.manifest().recipe());
        assertEquals(outside.manifest().recipe().dataset(), LocatedDatasets.source(outside));
    }

    @Test
    void imagesForABundleAndDuplicatesAreReadFromThere() {
        DuplicateStore store = new DuplicateStore(folder.resolve("store"));
        assertThrows(Problem.class, () -> ThumbnailArchive.of(experiment, Progress.NONE));
        locate();
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file, Optional.of(ThumbnailArchive.of(experiment, Progress.NONE)));
        Experiment bundle = Bundle.unpack(file, folder.resolve("unpacked"));
        assertFalse(ThumbnailArchive.of(bundle).isEmpty());
        assertTrue(SplitDuplicates.search(experiment, LocatedDatasets.source(experiment), store, Progress.NONE));
        assertTrue(SplitDuplicates.read(experiment).isPresent());
    }
}
