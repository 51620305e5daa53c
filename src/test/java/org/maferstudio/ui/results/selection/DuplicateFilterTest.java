package org.maferstudio.ui.results.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;

/** Numbers with and without the pictures that stand in another split. */
class DuplicateFilterTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void knownDuplicatesAreReportedAndLeftOutOfAllNumbers() {
        Experiment experiment = MadeExperiments.evaluated(folder, "a", 8, 3);
        SplitDuplicates.write(experiment, Map.of("test", Set.of("0-0", "1-0", "2-9")));
        SelectionViewModel shown = look(experiment);
        assertEquals(
                "3 of 70 images also occur in another split: accuracy 80.0 % with them, 80.6 % without.",
                shown.duplicates().sentenceProperty().get());
        assertEquals("70", shown.headlineProperty().get().n());
        shown.duplicates().leftOutProperty().set(true);
        assertEquals("67", shown.headlineProperty().get().n());
        assertTrue(shown.headlineProperty().get().accuracy().startsWith("80.6"));
        assertEquals(
                67,
                shown.results().get(0).at(Resolution.of(8)).orElseThrow().rows().size());
        shown.duplicates().leftOutProperty().set(false);
        assertEquals("70", shown.headlineProperty().get().n());
    }

    @Test
    void theFirstTimeTheDatasetIsSearchedAndWhatWasFoundIsKept() throws IOException {
        Experiment experiment = evaluatedWithACopy();
        SelectionViewModel shown = look(experiment);
        assertEquals("", shown.duplicates().sentenceProperty().get());
        shown.duplicates().leftOutProperty().set(true);
        Map<String, Set<String>> found =
                new TreeMap<>(SplitDuplicates.read(experiment).orElseThrow());
        assertEquals(Set.of("train", "validation"), found.keySet());
        assertEquals(1, found.get("validation").size());
        assertEquals("7", shown.headlineProperty().get().n());
        assertEquals(
                "1 of 8 images also occur in another split: accuracy 100.0 % with them, 100.0 % without.",
                shown.duplicates().sentenceProperty().get());
        assertEquals(List.of(), told);
    }

    @Test
    void withoutTheDatasetThatIsReportedAndTheyCount() {
        Experiment experiment = Experiment.create(
                folder.resolve("gone"),
                Recipe.DEFAULT
                        .named("gone")
                        .on(DatasetSource.of(folder.resolve("nothing").toString())));
        experiment.write(MadeExperiments.predictions("test", Resolution.NATIVE, 8));
        SelectionViewModel shown = look(experiment);
        shown.duplicates().leftOutProperty().set(true);
        assertFalse(shown.duplicates().leftOutProperty().get());
        assertEquals("70", shown.headlineProperty().get().n());
        assertTrue(told.get(0).startsWith("The duplicate search failed: There is nothing at "), told::toString);
    }

    @Test
    void thoseOfABundleAreSearchedWhereItsDatasetWasLocatedAndTheBundleStaysAsItIs() throws IOException {
        Experiment experiment = evaluatedWithACopy();
        try (Dataset dataset = Datasets.open(experiment.manifest().recipe().dataset(), Progress.NONE)) {
            String fingerprint = Fingerprint.of(dataset, PixelCache.fill(dataset.samples(), Progress.NONE));
            experiment.update(manifest ->
                    manifest.withDataset(DatasetMetadata.of(dataset, List.of(), fingerprint), null, Map.of(), ""));
        }
        Path file = folder.resolve("copied.mafer");
        Bundle.write(experiment, file);
        Path moved = Files.createDirectories(folder.resolve("moved"));
        Files.move(folder.resolve("fer2013.csv"), moved.resolve("fer2013.csv"));
        try (ExperimentLibrary library = new ExperimentLibrary();
                Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Experiment bundle = library.open(file);
            LocatedDatasets located = LocatedDatasets.of(workspace);
            located.locate(bundle.manifest(), List.of(moved), Progress.NONE);
            SelectionViewModel shown = look(bundle);
            shown.duplicates().leftOutProperty().set(true);
            assertEquals(List.of(), told);
            assertEquals("7", shown.headlineProperty().get().n());
            assertEquals(Optional.empty(), SplitDuplicates.read(bundle));
        }
    }

    private SelectionViewModel look(Experiment experiment) {
        SelectionViewModel shown;
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            shown = new SelectionViewModel(new DirectJobs(), told::add, LocatedDatasets.of(workspace));
        }
        shown.load(List.of(experiment.folder()));
        return shown;
    }

    /** A picture of the training part stands in the validation part, too. */
    private Experiment evaluatedWithACopy() throws IOException {
        List<String> lines = new ArrayList<>(List.of("emotion,pixels,Usage"));
        IntStream.range(0, 14).forEach(i -> lines.add(i % 7 + "," + squares(i) + ",Training"));
        IntStream.range(0, 7).forEach(i -> lines.add(i + "," + squares(100 + i) + ",PublicTest"));
        lines.add(lines.get(1).replace("Training", "PublicTest"));
        DatasetSource source = DatasetSource.of(
                Files.write(folder.resolve("fer2013.csv"), lines).toString());
        Experiment experiment = Experiment.create(
                folder.resolve("copied"), Recipe.DEFAULT.named("copied").on(source));
        try (Dataset dataset = Datasets.open(source, Progress.NONE)) {
            List<Prediction> rows = dataset.samples(Sample.VALIDATION).stream()
                    .map(sample -> {
                        float[] sure = new float[dataset.labels().size()];
                        sure[sample.label()] = 1;
                        return new Prediction(sample.id(), "", sample.label(), sample.label(), sure);
                    })
                    .collect(Collectors.toList());
            experiment.write(new Predictions(dataset.labels(), Sample.VALIDATION, Resolution.NATIVE, rows));
        }
        return experiment;
    }

    /** Squares of 8 x 8 pixels in random greys, no two pictures alike. */
    private static String squares(int seed) {
        int[] greys = new Random(seed).ints(36, 0, 256).toArray();
        return IntStream.range(0, 48 * 48)
                .mapToObj(i -> String.valueOf(greys[i / 48 / 8 * 6 + i % 48 / 8]))
                .collect(Collectors.joining(" "));
    }
}
