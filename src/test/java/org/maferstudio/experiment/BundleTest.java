package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class BundleTest {
    private static final String FACTS = "{\"recipe\": {\"name\": \"x\"}}";

    @TempDir
    private Path folder;

    private Experiment experiment;

    @BeforeEach
    void anExperiment() throws IOException {
        Recipe recipe = RecipePreset.COMPACT
                .recipe()
                .on(DatasetSource.of(folder.resolve("secret/faces.zip").toString()));
        experiment = Experiment.create(folder.resolve("made"), recipe);
        LabelSet labels = LabelSet.of(Expression.HAPPINESS, Expression.SADNESS);
        Prediction row = new Prediction("a/1.png", "", 0, 1, new float[] {0.25f, 0.75f});
        experiment.write(new Predictions(labels, "test", Resolution.NATIVE, List.of(row)));
        experiment.write(new Predictions(labels, "test", Resolution.of(16), List.of(row)));
        experiment.writeNotes("Look at the *fear*.");
        experiment.log("a line with " + folder);
        Files.write(experiment.checkpoints().resolve("best.safetensors"), new byte[1000]);
    }

    @Test
    void whatWasBundledIsThereAgain() {
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        Experiment opened = Bundle.unpack(file, folder.resolve("opened"));
        assertEquals("Look at the *fear*.", opened.notes());
        assertEquals(2, opened.predictionFiles().size());
        Prediction row = opened.predictions("test", Resolution.of(16)).rows().get(0);
        assertEquals("a/1.png", row.sample());
        assertArrayEquals(new float[] {0.25f, 0.75f}, row.probabilities());
        assertEquals(
                experiment.manifest().recipe().course(),
                opened.manifest().recipe().course());
    }

    @Test
    void theRunsOfASweepAreBundledUnderTheirNames() {
        SeriesRun run = new SeriesRun(
                1, "lr-0.001-o-adam-seed-17", experiment.manifest().recipe());
        Series series = Series.create(
                folder.resolve("sweep"), run.recipe(), SeriesPlan.ONCE, List.of("course.seed"), List.of(run));
        series.member(run).writeNotes("of the run");
        Bundle.write(series.experiment(), folder.resolve("sweep.mafer"));
        Experiment opened = Bundle.unpack(folder.resolve("sweep.mafer"), folder.resolve("unpacked"));
        assertEquals("of the run", Series.open(opened.folder()).members().get(0).notes());
    }

    @Test
    void neitherWeightsNorLogsNorTheNamesOfFoldersAreIncluded() throws IOException {
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        Experiment opened = Bundle.unpack(file, folder.resolve("opened"));
        assertFalse(Files.exists(opened.checkpoints()));
        assertEquals("", opened.log());
        assertEquals(List.of("faces.zip"), opened.manifest().recipe().dataset().paths());
        assertFalse(Files.readString(opened.folder().resolve("experiment.json")).contains("secret"));
    }

    @Test
    void theSameExperimentGivesTheSameBytes() throws IOException {
        Bundle.write(experiment, folder.resolve("a.mafer"));
        Bundle.write(experiment, folder.resolve("b.mafer"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.mafer")), Files.readAllBytes(folder.resolve("b.mafer")));
    }

    @Test
    void aShelfHoldsFoldersAndBundlesAndLeavesNothing() {
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        Path unpacked;
        try (ExperimentLibrary library = new ExperimentLibrary()) {
            List<Experiment> all = library.open(List.of(experiment.folder(), file));
            assertEquals(List.of("made", "a"), all.stream().map(Experiment::id).toList());
            unpacked = all.get(1).folder();
            assertTrue(Files.exists(unpacked));
        }
        assertFalse(Files.exists(unpacked));
        assertTrue(Files.exists(experiment.folder()));
    }

    @Test
    void aBundleIsReadOnly() {
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        Experiment opened = Bundle.unpack(file, folder.resolve("opened"));
        assertTrue(opened.isBundle());
        assertFalse(experiment.isBundle());
        assertSays("read-only", () -> opened.writeNotes("x"));
        assertSays("read-only", () -> opened.update(ExperimentManifest::withTestEvaluation));
        assertSays("read-only", () -> opened.write(opened.predictions("test", Resolution.of(16))));
        assertSays("read-only", opened::lock);
        assertEquals("Look at the *fear*.", opened.notes());
    }

    @Test
    void imagesAreIncludedOnlyWhereSomeoneAsks() {
        Experiment drawn = Experiment.create(
                folder.resolve("drawn"), RecipePreset.COMPACT.recipe().on(DatasetSource.of("drawn")));
        List<Sample> samples = DrawnFaces.dataset(17).samples("test").subList(0, 5);
        drawn.write(new Predictions(
                LabelSet.of(Expression.values()),
                "test",
                Resolution.NATIVE,
                samples.stream()
                        .map(sample -> new Prediction(sample.id(), "", 0, 0, new float[] {1, 0, 0, 0, 0, 0, 0, 0}))
                        .toList()));
        ThumbnailArchive pictures = ThumbnailArchive.of(drawn, Progress.NONE);
        Bundle.write(drawn, folder.resolve("with.mafer"), Optional.of(pictures));
        Bundle.write(drawn, folder.resolve("without.mafer"));
        Map<String, Sample.Pixels> along =
                ThumbnailArchive.of(Bundle.unpack(folder.resolve("with.mafer"), folder.resolve("with")));
        assertEquals(samples.stream().map(Sample::id).collect(Collectors.toSet()), along.keySet());
        RasterImage image = along.get(samples.get(2).id()).read();
        assertEquals(48, Math.max(image.width(), image.height()));
        assertEquals(
                Map.of(),
                ThumbnailArchive.of(Bundle.unpack(folder.resolve("without.mafer"), folder.resolve("without"))));
    }

    @Test
    void imagesThatAreLargerThanAnyOfThisProgramAreRejectedBeforeTheyAreDecoded() throws IOException {
        RasterImage large = new RasterImage(49, 10, 1, new byte[490]);
        Path zip = experiment.folder().resolve("thumbnails.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("index.csv"));
            out.write("sample,picture\na,1.png\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("1.png"));
            out.write(ImageFile.png(large));
        }
        assertSays("not a PNG image of at most 48 pixels", () -> ThumbnailArchive.of(experiment));
    }

    @Test
    void imagesThatUnpackToFarMoreThanTheFileAreRejected() throws IOException {
        byte[] png = Arrays.copyOf(ImageFile.png(new RasterImage(4, 4, 1, new byte[16])), 60_000);
        StringBuilder index = new StringBuilder("sample,picture\n");
        Path zip = experiment.folder().resolve("thumbnails.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 40; i++) {
                index.append("s").append(i).append(',').append(i).append(".png\n");
                out.putNextEntry(new ZipEntry(i + ".png"));
                out.write(png);
            }
            out.putNextEntry(new ZipEntry("index.csv"));
            out.write(index.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertSays("unpack to more than 4 times its size", () -> ThumbnailArchive.of(experiment));
    }

    @Test
    void aBundleIsNoFolderToWorkIn() {
        Path file = folder.resolve("a.mafer");
        Bundle.write(experiment, file);
        assertSays("read-only", () -> Experiment.open(file));
    }

    @Test
    void aFileThatWasChangedIsRejectedByItsChecksum() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(Map.of("experiment.json", FACTS));
        Path file = zip(list(1, files, 0), files);
        Bundle.unpack(file, folder.resolve("good"));
        files.put("experiment.json", FACTS.replace("x", "y"));
        assertRefused("checksum of experiment.json", zip(list(1, Map.of("experiment.json", FACTS), 0), files));
    }

    @Test
    void aSizeThatIsALieIsRejected() throws IOException {
        Map<String, String> files = Map.of("experiment.json", FACTS);
        assertRefused("checksum of experiment.json", zip(list(1, files, -3), files));
        assertRefused("checksum of experiment.json", zip(list(1, files, 3), files));
    }

    @Test
    void aBombIsRejected() throws IOException {
        Map<String, String> files = Map.of("experiment.json", FACTS, "notes.md", "a".repeat(8 << 20));
        assertRefused("times its packed size", zip(list(1, files, 0), files));
        Map<String, String> vast = Map.of("experiment.json", FACTS);
        assertRefused("more than 2 GB", zip(list(1, vast, 3L << 30), vast));
    }

    @Test
    void aPathThatPointsOutIsRejected() throws IOException {
        for (String name : List.of("../evil.json", "/etc/passwd", "predictions/../../evil.csv", "checkpoints/a.pt")) {
            Map<String, String> files = Map.of("experiment.json", FACTS, name, "x");
            assertRefused("which does not belong in a bundle", zip(list(1, files, 0), files));
        }
        assertFalse(Files.exists(folder.resolve("evil.json")));
    }

    @Test
    void aFileThatTheListDoesNotNameIsRejected() throws IOException {
        Map<String, String> listed = Map.of("experiment.json", FACTS);
        Map<String, String> held = Map.of("experiment.json", FACTS, "../evil.json", "x");
        assertRefused("its file list does not match", zip(list(1, listed, 0), held));
    }

    @Test
    void aLaterVersionIsReported() throws IOException {
        Map<String, String> files = Map.of("experiment.json", FACTS);
        assertRefused("newer version", zip(list(2, files, 0), files));
    }

    @Test
    void aVersionThatNeverWasIsDamage() throws IOException {
        Map<String, String> files = Map.of("experiment.json", FACTS);
        assertRefused("-1 is not a valid format version", zip(list(-1, files, 0), files));
        assertRefused("0 is not a valid format version", zip(list(0, files, 0), files));
    }

    @Test
    void aBundleWithAnImpossibleContractIsReported() throws IOException {
        String contract =
                "{\"size\": 24, \"resize\": -1, \"kernel\": \"bilinear\", \"colour\": \"grey\", \"mean\": [1],"
                        + " \"scale\": 1, \"labels\": [\"anger\"]}";
        Map<String, String> files = Map.of("experiment.json", "{\"contract\": " + contract + "}");
        assertRefused(
                "made.mafer is damaged: experiment.json has an invalid value (sizes", zip(list(1, files, 0), files));
    }

    @Test
    void whatIsNoBundleSaysSo() throws IOException {
        assertRefused("is not a bundle of this program", zip(null, Map.of("experiment.json", FACTS)));
        assertRefused("file list", zip("[1, 2]", Map.of("experiment.json", FACTS)));
        assertRefused("file list", zip("{\"format\": \"other\"}", Map.of("experiment.json", FACTS)));
        Path cut = folder.resolve("cut.mafer");
        Bundle.write(experiment, folder.resolve("a.mafer"));
        byte[] whole = Files.readAllBytes(folder.resolve("a.mafer"));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertRefused("is not a bundle, or it is damaged", cut);
        assertSays("must end in .mafer", () -> Bundle.write(experiment, folder.resolve("a.zip")));
    }

    private void assertRefused(String words, Path file) {
        Path target = folder.resolve("refused");
        assertSays(words, () -> Bundle.unpack(file, target));
        assertFalse(Files.exists(target), "nothing is left");
    }

    private static void assertSays(String words, Runnable action) {
        String message = assertThrows(Problem.class, action::run).getMessage();
        assertTrue(message.contains(words), message);
    }

    /** A list as {@link Bundle} writes it, with every size changed by so many bytes. */
    private static String list(int version, Map<String, String> files, long more) {
        String entries = files.entrySet().stream()
                .map(file -> "{\"name\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(file.getKey(), file.getValue().length() + more, sha256(file.getValue())))
                .collect(Collectors.joining(","));
        return "{\"format\": \"mafer-bundle\", \"version\": %d, \"files\": [%s]}".formatted(version, entries);
    }

    private Path zip(String list, Map<String, String> files) throws IOException {
        Path file = folder.resolve("made.mafer");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                put(zip, each.getKey(), each.getValue());
            }
            if (list != null) {
                put(zip, "bundle.json", list);
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sha256(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
