package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.embedding.Points;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.Allocated;
import org.maferstudio.fixture.Mutation;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.report.html.HtmlReport;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** Whatever is done to a bundle, opening it gives an experiment or a problem: nothing else is thrown, and it is cheap. */
class BundleFuzzTest {
    private static final long SEED = 17;
    private static final long MOST_BYTES = 300L << 20;

    @TempDir
    private Path folder;

    private byte[] sound;

    @BeforeEach
    void aBundleWithAllThatOneCanHold() throws IOException {
        LabelSet labels = LabelSet.of(Expression.values());
        Experiment experiment = Experiment.create(
                folder.resolve("drawn"), RecipePreset.COMPACT.recipe().on(DatasetSource.of("drawn")));
        experiment.update(manifest -> manifest.withDataset(
                new DatasetMetadata("made", "made", "", labels.names(), Map.of(), List.of(), List.of(), Grouping.NONE),
                null,
                Map.of("java", "17"),
                "cpu"));
        List<Sample> samples = DrawnFaces.dataset(17).samples("test").subList(0, 5);
        List<Prediction> rows = samples.stream()
                .map(sample -> new Prediction(sample.id(), "", 0, 0, new float[] {1, 0, 0, 0, 0, 0, 0, 0}))
                .toList();
        experiment.write(new Predictions(labels, "test", Resolution.NATIVE, rows));
        experiment.write(new Predictions(labels, "test", Resolution.of(8), rows));
        experiment.writeNotes("Notes.");
        new Embeddings(experiment)
                .write(new Embedding(
                        "test@native",
                        labels,
                        new EmbeddingMetadata(
                                new EmbeddingMetadata.Source("test", List.of(Resolution.NATIVE), 2, 9, 17, "abc"),
                                TsneConfig.DEFAULT,
                                450,
                                true,
                                0.75,
                                0.99,
                                new EmbeddingMetadata.Quality(10, 0.8, 0.75, 0.1, Double.NaN, 0.97)),
                        List.of(new EmbeddingRow("a", "", 0, 1, 0.5f, Resolution.NATIVE)),
                        new Points(new float[][] {{1.25f, -3e-7f}})));
        Path file = folder.resolve("sound.mafer");
        Bundle.write(experiment, file, Optional.of(ThumbnailArchive.of(experiment, Progress.NONE)));
        sound = Files.readAllBytes(file);
    }

    @Test
    void threeHundredDamagedBundles() throws IOException {
        damage(150, false);
        damage(150, true);
    }

    @Tag("long")
    @Timeout(3600)
    @Test
    void thirtyThousandDamagedBundles() throws IOException {
        damage(15_000, false);
        damage(15_000, true);
    }

    /**
     * Damages bundles one after the other.
     *
     * @param inside whether a file in it is damaged and gets a sound checksum again; else the bundle as it is
     */
    private void damage(int times, boolean inside) throws IOException {
        int read = 0;
        for (int i = 0; i < times; i++) {
            Mutation mutation = new Mutation(SEED * 1_000_003 + i);
            byte[] damaged = inside ? insideZip(mutation, i) : mutation.of(sound);
            long bytes = Allocated.byThisThread();
            String which = (inside ? "damage within, " : "damage ") + i;
            read += readsOrRefuses(damaged, which) ? 1 : 0;
            assertTrue(Allocated.byThisThread() - bytes < MOST_BYTES, which + " took much memory");
        }
        assertTrue(read < times && (read > 0 || !inside), read + " of " + times + " were read");
    }

    private boolean readsOrRefuses(byte[] damaged, String which) throws IOException {
        Path file = Files.write(folder.resolve("damaged.mafer"), damaged);
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            Experiment experiment = library.open(file);
            experiment.manifest();
            experiment.history();
            experiment.notes();
            Embeddings embeddings = new Embeddings(experiment);
            for (String name : embeddings.names()) {
                embeddings.read(name);
                embeddings.readMetadata(name);
            }
            for (Sample.Pixels pixels : ThumbnailArchive.of(experiment).values()) {
                pixels.read();
            }
            HtmlReport.write(folder.resolve("report.html"), "Report", List.of(experiment));
            return true;
        } catch (Problem e) {
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(which + " brought " + e, e);
        }
    }

    /** The bundle with one of its files damaged, and a list that fits. */
    private byte[] insideZip(Mutation mutation, int number) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sound))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        files.remove(BundleContents.NAME);
        List<String> names = List.copyOf(files.keySet());
        files.computeIfPresent(names.get(number % names.size()), (name, bytes) -> mutation.of(bytes));
        List<BundleContents.Entry> entries = new ArrayList<>();
        files.forEach((name, bytes) -> entries.add(new BundleContents.Entry(name, bytes.length, sha256(bytes))));
        BundleContents contents = new BundleContents(BundleContents.FORMAT, BundleContents.VERSION, entries);
        files.put(BundleContents.NAME, Json.gson().toJson(contents).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
