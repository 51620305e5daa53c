package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.training.embedding.PlacementRun;
import org.maferstudio.weights.Safetensors;

/** {@code mafer embed} on a small network that one epoch of bars has trained. */
@Tag("engine")
class EmbedCommandTest {
    private static final int EACH = 10;

    @TempDir
    private static Path folder;

    private static Path experiment;

    @BeforeAll
    static void train() {
        experiment = folder.resolve("experiment");
        CommandRun run = CommandRun.training(folder, EACH, experiment, 1);
        assertEquals(0, run.code(), run.err());
    }

    private static CommandRun embed(String... options) {
        List<String> line = new ArrayList<>(List.of("embed", experiment.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static CommandRun figure(String resolution, Path file, String... options) {
        List<String> line = new ArrayList<>(List.of("figure", experiment.toString(), "--kind", "embedding"));
        line.addAll(List.of("--split", "validation", "--resolution", resolution, "--out", file.toString()));
        line.addAll(List.of(options));
        return CommandRun.of(line.toArray(String[]::new));
    }

    private static Path kept(String name) {
        return experiment.resolve("embeddings").resolve(name);
    }

    @Test
    void everySampleGetsAPlaceAndItsFeaturesAreKept() throws IOException {
        CommandRun run = embed("--perplexity", "5", "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject made = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("validation@native-p5");
        assertEquals(7 * EACH, made.get("points").getAsInt());
        assertTrue(made.get("trustworthiness").getAsDouble() > 0.8, run.out());
        List<String> rows = Files.readAllLines(kept("validation@native-p5.csv"));
        assertEquals(1 + 7 * EACH, rows.size());
        assertTrue(rows.get(0).startsWith("sample,"), rows.get(0));
        assertEquals(
                7L * EACH,
                Safetensors.read(kept("validation@native-p5.features.safetensors"))
                        .tensor("features")
                        .shape()
                        .get(0));
    }

    @Test
    void theSameSeedGivesTheSameImageBitForBit() throws IOException {
        assertEquals(0, embed("--perplexity", "5", "--resolution", "16").code());
        byte[] once = Files.readAllBytes(kept("validation@16-p5.csv"));
        assertEquals(0, embed("--perplexity", "5", "--resolution", "16").code());
        assertArrayEquals(once, Files.readAllBytes(kept("validation@16-p5.csv")));
    }

    @Test
    void whatWasMadeIsDrawnAsAFigureOfEveryFormat() throws IOException {
        assertEquals(0, embed("--perplexity", "5", "--resolution", "12").code());
        for (String ending : List.of("png", "svg", "pdf", "csv", "paper.png")) {
            Path file = folder.resolve("figure." + ending);
            CommandRun run = figure("12", file, ending.startsWith("paper") ? "--paper" : "--dpi=150");
            assertEquals(0, run.code(), run.err());
            assertTrue(Files.size(file) > 1000, ending);
        }
    }

    @Test
    void severalSeedsAndPerplexitiesStandAsSmallMultiples() throws IOException {
        assertEquals(
                0,
                embed("--perplexity", "4,6", "--seed", "17,18", "--resolution", "20")
                        .code());
        Path file = folder.resolve("multiples.svg");
        CommandRun run = figure("20", file);
        assertEquals(0, run.code(), run.err());
        String svg = Files.readString(file);
        for (String title : List.of("perplexity 4, seed 17", "perplexity 6, seed 18")) {
            assertTrue(svg.contains(title), title);
        }
    }

    @Test
    void aPerplexityThatIsTooLargeNamesTheLargestOne() {
        CommandRun run = embed("--perplexity", "30");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("Use at most 23."), run.err());
    }

    @Test
    void oneSampleIsRejected() {
        CommandRun run = embed("--perplexity", "5", "--samples", "1");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().lines().count() < 4, run.err());
    }

    @Test
    void allSplitsShareAnEmbeddingAndEachRowNamesItsSplit() throws IOException {
        CommandRun run = embed("--perplexity", "5", "--split", "all", "--json");
        assertEquals(0, run.code(), run.err());
        List<String> rows = Files.readAllLines(kept("all@native-p5.csv"));
        assertTrue(rows.get(0).endsWith(",split"), rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",train")));
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",validation")));
    }

    @Test
    void facesOfAnotherDatasetArePlacedIntoASavedEmbedding() throws IOException {
        CommandRun early = embed("--perplexity", "7", "--place", "drawn");
        assertEquals(ExitCode.USAGE, early.code(), early.err());
        assertTrue(early.err().contains("Compute it first"), early.err());
        assertEquals(0, embed("--perplexity", "6").code());
        byte[] before = Files.readAllBytes(kept("validation@native-p6.csv"));
        CommandRun run = embed("--perplexity", "6", "--samples", "70", "--place", "drawn", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                71, Files.readAllLines(kept("placed/validation@native-p6.csv")).size());
        assertArrayEquals(before, Files.readAllBytes(kept("validation@native-p6.csv")));
    }

    @Test
    void aSingleFaceIsPlacedWhereItIsPlacedAmongOthersAndNothingIsSaved() throws IOException {
        assertEquals(0, embed("--perplexity", "8", "--resolution", "native,12").code());
        assertEquals(
                0,
                embed("--perplexity", "8", "--resolution", "native,12", "--place", "drawn")
                        .code());
        Experiment opened = Experiment.open(experiment);
        Embeddings kept = new Embeddings(opened);
        String name = "validation@native-12-p8";
        PlacedFaces among = kept.readPlaced(name).orElseThrow();
        byte[] before = Files.readAllBytes(kept.placed(name));
        EmbeddingMetadata metadata = kept.readMetadata(name);
        EmbeddingRequest request = new EmbeddingRequest(
                Optional.of("validation"),
                metadata.source().resolutions(),
                metadata.source().samples() * 2,
                metadata.plan(),
                new DeviceConfig("cpu", 1));
        String id = among.rows().get(3).sample();
        Sample drawn = Datasets.open(DatasetSource.of("drawn"), Progress.NONE).samples().stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow();
        Sample face = new Sample("face", "", EmbeddingRow.NO_LABEL, "", drawn.pixels());
        PlacedFaces alone =
                new PlacementRun(opened, Progress.NONE).run(request, face).orElseThrow();
        assertEquals(2, alone.rows().size(), "at each resolution");
        for (EmbeddingRow row : alone.rows()) {
            int same = IntStream.range(0, among.rows().size())
                    .filter(i -> among.rows().get(i).sample().equals(id)
                            && among.rows().get(i).resolution().equals(row.resolution()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(among.rows().get(same).predicted(), row.predicted());
            assertFalse(row.isLabelled());
            assertFalse(row.correct());
            assertArrayEquals(
                    among.positions().rows()[same],
                    alone.positions().rows()[alone.rows().indexOf(row)],
                    1e-3f);
        }
        assertArrayEquals(before, Files.readAllBytes(kept.placed(name)));
    }

    @Test
    void featuresOfOtherSamplesAreNoneToPlaceInto() throws IOException {
        assertEquals(0, embed("--perplexity", "9").code());
        byte[] table = Files.readAllBytes(kept("validation@native-p9.csv"));
        byte[] metadata = Files.readAllBytes(kept("validation@native-p9.json"));
        assertEquals(0, embed("--perplexity", "9", "--samples", "40").code());
        Files.write(kept("validation@native-p9.csv"), table);
        Files.write(kept("validation@native-p9.json"), metadata);
        CommandRun run = embed("--perplexity", "9", "--place", "drawn");
        assertEquals(ExitCode.USAGE, run.code(), run.err());
        assertTrue(run.err().contains("Compute it first"), run.err());
    }
}
