package org.maferstudio.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.TinyFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.schedule.Resolution;

class EvaluationTargetTest {
    @Test
    void anExperimentIsEvaluatedOnItsDatasetWhereThatWasLocated(@TempDir Path folder) throws IOException {
        DatasetSource source = TinyFaces.write(folder, 2, 1);
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Experiment experiment =
                    workspace.create(Recipe.DEFAULT.named("a").on(source), LocalDateTime.of(2026, 1, 1, 12, 0));
            try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
                String fingerprint = Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), Progress.NONE));
                experiment.update(manifest ->
                        manifest.withDataset(DatasetMetadata.of(dataset, List.of(), fingerprint), null, Map.of(), ""));
            }
            Evaluation.Request own = new Evaluation.Request(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Resolution.NATIVE),
                    experiment.manifest().recipe().machine());
            assertEquals(source, EvaluationTarget.source(experiment, own, Progress.NONE));
            Path moved = Files.createDirectories(folder.resolve("moved"));
            Files.move(folder.resolve("fer2013.csv"), moved.resolve("fer2013.csv"));
            LocatedDatasets.of(workspace).locate(experiment.manifest(), List.of(moved), Progress.NONE);
            assertEquals(
                    List.of(moved.resolve("fer2013.csv").toString()),
                    EvaluationTarget.source(experiment, own, Progress.NONE).paths());
        }
    }
}
