package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.schedule.ResolutionSchedule;

class IncludedExperimentsTest {
    @TempDir
    private Path shelf;

    @Test
    void everyExperimentOpensWithItsNumbersAndItsCardAndNoImage() throws IOException {
        List<IncludedExperiments.Entry> entries = IncludedExperiments.entries();
        assertEquals(7, entries.size());
        for (IncludedExperiments.Entry entry : entries) {
            Experiment experiment = IncludedExperiments.open(entry, shelf);
            assertEquals(entry.title(), experiment.manifest().recipe().name());
            assertTrue(experiment.isBundle(), "it can be looked at, and not be changed");
            assertEquals(
                    3589,
                    Scores.of(experiment.predictions("test", Resolution.NATIVE)).n());
            assertTrue(experiment.notes().startsWith("# Model card: " + entry.title() + "\n"), entry.id());
            assertFalse(Files.exists(experiment.folder().resolve("thumbnails.zip")), "FER2013 is nobody's to pass on");
            assertEquals(entry.network(), experiment.hasNetwork());
        }
    }

    @Test
    void theyAreNamedByHowTheyWereTrainedAndTheTwoWithANetworkWithoutASeed() {
        List<String> titles = new ArrayList<>();
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            Recipe recipe = IncludedExperiments.open(entry, shelf).manifest().recipe();
            boolean downsampled = !recipe.schedule().equals(ResolutionSchedule.off());
            boolean taught = recipe.objective().teacher().teaches();
            long seed = recipe.course().seed();
            String name = (downsampled ? "Multi-resolution" : "Baseline")
                    + (downsampled && !taught ? ", no teacher" : "")
                    + (seed == 17 ? "" : ", seed " + seed);
            assertEquals(name, entry.title());
            titles.add(name);
        }
        assertEquals(titles.size(), titles.stream().distinct().count());
        assertEquals(List.of("Baseline", "Multi-resolution"), titles.subList(0, 2));
    }

    @Test
    void theyAreOneSeriesWithASettingForEachWayOfTraining() {
        Series series = IncludedSeries.open(shelf);
        assertEquals(7, series.members().size());
        assertEquals(List.of(17L, 18L, 19L), series.plan().seeds());
        assertEquals(
                List.of("Baseline", "Multi-resolution", "Multi-resolution, no teacher"),
                series.runs().stream()
                        .map(run -> run.varied().get("name"))
                        .distinct()
                        .toList());
        for (SeriesRun run : series.runs()) {
            String name = run.recipe().name();
            assertTrue(name.startsWith(run.varied().get("name")), name);
        }
        assertTrue(series.experiment().isBundle(), "it can be looked at, and not be changed");
        assertEquals("FER2013", series.experiment().manifest().dataset().name());
        assertEquals(shelf, IncludedSeries.open(shelf).experiment().folder(), "extracted once");
    }

    @Test
    void eachEmbeddingStatesItsDivergenceAndIsOfTheNetworkThatIsIncluded() throws Exception {
        int embeddings = 0;
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            Experiment experiment = IncludedExperiments.open(entry, shelf);
            Embeddings kept = new Embeddings(experiment);
            for (String name : kept.names()) {
                EmbeddingMetadata metadata = kept.read(name).metadata();
                // scikit-learn's exact t-SNE gets 1.2 to 1.9 on them.
                assertTrue(
                        metadata.klDivergence() > 0.5 && metadata.klDivergence() < 2.5,
                        () -> entry.id() + " " + metadata);
                assertEquals(sha256(experiment.bestWeights()), metadata.source().network());
                embeddings++;
            }
        }
        assertEquals(4, embeddings);
    }

    @Test
    void theMultiResolutionNetworkHoldsWhereTheBaseFails() {
        Experiment base = IncludedExperiments.open(entry("fer2013-base-17"), shelf);
        Experiment teacher = IncludedExperiments.open(entry("fer2013-teacher-17"), shelf);
        double gain = accuracy(teacher, Resolution.of(12)) - accuracy(base, Resolution.of(12));
        assertTrue(gain > 0.15, "at 12 px it gains " + gain);
        assertTrue(accuracy(base, Resolution.NATIVE) - accuracy(teacher, Resolution.NATIVE) < 0.02);
    }

    @Test
    void theCardsStateTheAccuracyWithAndWithoutDuplicatesThatThePredictionsHave() {
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            Experiment experiment = IncludedExperiments.open(entry, shelf);
            for (Resolution resolution : List.of(Resolution.NATIVE, Resolution.of(12))) {
                Predictions all = experiment.predictions("test", resolution);
                Predictions left = SplitDuplicates.without(experiment, all).orElseThrow();
                assertEquals(2733, left.rows().size());
                String row = String.format(
                        Locale.ROOT,
                        "| %s | %.1f %% | %.1f %% |",
                        resolution.isNative() ? "native" : "12 px",
                        100 * Scores.of(all).accuracy(),
                        100 * Scores.of(left).accuracy());
                assertTrue(experiment.notes().contains(row), () -> entry.id() + ": " + row);
                String classes = String.format(
                        Locale.ROOT,
                        "%.1f %% and %.1f %% at %s",
                        100 * Scores.of(all).meanClassAccuracy(),
                        100 * Scores.of(left).meanClassAccuracy(),
                        resolution.isNative() ? "native" : "12 px");
                assertTrue(experiment.notes().contains(classes), () -> entry.id() + ": " + classes);
                for (int label = 0; label < left.labels().size(); label++) {
                    String count = left.labels().name(label) + " " + count(left, label) + " of " + count(all, label);
                    assertTrue(experiment.notes().contains(count), () -> entry.id() + ": " + count);
                }
            }
        }
    }

    @Test
    void itsNetworksAreWholeAndSmallEnoughTogether() throws IOException {
        long bytes = 0;
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            if (entry.network()) {
                Path weights = IncludedExperiments.open(entry, shelf).bestWeights();
                assertEquals(7, NetworkFile.read(weights).contract().labels().size());
                bytes += Files.size(weights);
            }
        }
        assertTrue(bytes < 12_000_000, "together " + bytes);
    }

    @Test
    void theirNetworksGetFacesWithTheMeasuredMarginOfFer2013() {
        ComputeDevice cpu = ComputeEngine.load(1).device(DeviceChoice.CPU);
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            if (entry.network()) {
                try (Classifier classifier =
                        IncludedExperiments.open(entry, shelf).classifier(cpu)) {
                    assertEquals(0.02, classifier.contract().faceMargin());
                }
            }
        }
    }

    @Test
    void itIsExtractedOnceAndNoTemporaryFileIsLeft() throws IOException {
        IncludedExperiments.Entry entry = entry("fer2013-base-17");
        Path folder = IncludedExperiments.open(entry, shelf).folder();
        long before =
                Files.getLastModifiedTime(folder.resolve("experiment.json")).toMillis();
        assertEquals(folder, IncludedExperiments.open(entry, shelf).folder());
        assertEquals(
                before,
                Files.getLastModifiedTime(folder.resolve("experiment.json")).toMillis());
        try (Stream<Path> content = Files.list(shelf)) {
            assertEquals(1, content.count());
        }
    }

    @Test
    void whatAnEarlierVersionLaidOutIsReplaced() throws IOException {
        IncludedExperiments.Entry entry = entry("fer2013-base-17");
        Path embeddings = IncludedExperiments.open(entry, shelf).folder().resolve("embeddings");
        String facts = Files.readString(embeddings.resolve("test@12.json"));
        Files.writeString(embeddings.resolve("test@12.json"), "{\"cost\": 2.04}");
        Path added = Files.writeString(embeddings.resolve("mine.txt"), "mine");
        IncludedExperiments.open(entry, shelf);
        assertEquals(facts, Files.readString(embeddings.resolve("test@12.json")));
        assertTrue(Files.exists(added), "what was added stays");
        try (Stream<Path> content = Files.list(shelf)) {
            assertEquals(1, content.count());
        }
    }

    private static long count(Predictions predictions, int label) {
        return predictions.rows().stream().filter(row -> row.label() == label).count();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static IncludedExperiments.Entry entry(String id) {
        return IncludedExperiments.entries().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double accuracy(Experiment experiment, Resolution resolution) {
        return Scores.of(experiment.predictions("test", resolution)).accuracy();
    }
}
