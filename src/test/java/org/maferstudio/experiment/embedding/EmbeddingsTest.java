package org.maferstudio.experiment.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.embedding.Points;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.Resolution;

class EmbeddingsTest {
    private static final LabelSet LABELS = LabelSet.of(Expression.FEAR, Expression.SADNESS);

    @TempDir
    private Path folder;

    private Embeddings embeddings;

    @BeforeEach
    void anExperiment() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RecipePreset.COMPACT.recipe());
        experiment.update(manifest -> manifest.withDataset(
                new DatasetMetadata("made", "made", "", LABELS.names(), Map.of(), List.of(), List.of(), Grouping.NONE),
                null,
                Map.of(),
                ""));
        embeddings = new Embeddings(experiment);
    }

    private static Embedding embedding() {
        return new Embedding(
                "test@native",
                LABELS,
                new EmbeddingMetadata(
                        new EmbeddingMetadata.Source("test", List.of(Resolution.NATIVE), 2, 9, 17, "abc"),
                        TsneConfig.DEFAULT.withPerplexity(12),
                        450,
                        true,
                        0.75,
                        0.99,
                        new EmbeddingMetadata.Quality(10, 0.8, 0.75, 0.1, Double.NaN, 0.97)),
                List.of(
                        new EmbeddingRow("a, b", "p1", 0, 1, 0.5f, Resolution.NATIVE),
                        new EmbeddingRow("c", "", 1, 1, 1f, Resolution.NATIVE)),
                new Points(new float[][] {{1.25f, -3e-7f}, {0, 17}}));
    }

    @Test
    void whatIsWrittenIsReadBackToTheLastDigit() {
        embeddings.write(embedding());
        assertEquals(List.of("test@native"), embeddings.names());
        Embedding read = embeddings.read("test@native");
        assertEquals(embedding().rows(), read.rows());
        assertEquals(embedding().metadata(), read.metadata());
        assertArrayEquals(embedding().positions().rows(), read.positions().rows());
    }

    @Test
    void theDivergenceOfAnEmbeddingOfVersion010IsUnknownSinceItsPerplexityWasAnother() throws IOException {
        embeddings.write(embedding());
        assertFalse(embeddings.readMetadata("test@native").hasWrongPerplexity());
        Path file = embeddings.folder().resolve("test@native.json");
        String text = Files.readString(file);
        assertTrue(text.contains("\"klDivergence\": 0.75"), text);
        Files.writeString(file, text.replace("\"klDivergence\": 0.75", "\"cost\": 1.5"));
        EmbeddingMetadata read = embeddings.readMetadata("test@native");
        assertTrue(Double.isNaN(read.klDivergence()), () -> "KL " + read.klDivergence());
        assertTrue(read.hasWrongPerplexity());
        assertEquals(embedding().metadata().quality(), read.quality());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample,label,predicted,x,y\na,fear,fear,1",
                "sample,label,predicted,x,y\na,joyless,fear,1,2",
                "sample,label,predicted,x,y\na,fear,fear,NaN,2",
                "sample,label,x,y\na,fear,1,2",
            })
    void aDamagedTableIsRefusedWithAWayOut(String text) throws IOException {
        Files.createDirectories(embeddings.folder());
        Files.writeString(embeddings.folder().resolve("bad.csv"), text);
        String message =
                assertThrows(Problem.class, () -> embeddings.read("bad")).getMessage();
        assertTrue(message.contains("is damaged. Compute it again"), message);
    }

    @Test
    void theFiveColumnsOfOthersAreEnough() throws IOException {
        Files.createDirectories(embeddings.folder());
        Files.writeString(embeddings.folder().resolve("plain.csv"), "sample,label,predicted,x,y\na,fear,sadness,1,2\n");
        assertEquals(
                List.of(new EmbeddingRow("a", "", 0, 1, 1f, Resolution.NATIVE)),
                embeddings.read("plain").rows());
    }

    @Test
    void namesThatLeadElsewhereAreRejected() {
        assertThrows(Problem.class, () -> embeddings.read("../../secret"));
        assertThrows(Problem.class, () -> embeddings.features(".."));
    }
}
