package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.cli.output.StopRequest;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.weights.ElementType;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** {@code mafer convert} and {@code mafer features}, the latter against PyTorch, see {@code make_features.py}. */
@Tag("engine")
class WeightCommandsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path images;

    @BeforeEach
    void writePictures() throws IOException {
        images = Files.createDirectories(folder.resolve("images"));
        for (String name : List.of("colour.png", "colour-420.jpg")) {
            Files.write(images.resolve(name), PillowPictures.bytes("image/decode/" + name));
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(WeightCommandsTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path narrow() {
        return resource("/org/maferstudio/network/narrow.safetensors");
    }

    private int run(Object... args) {
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), new StopRequest());
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        return Mafer.commandLine(console, Mafer.commands(console)).execute(words);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split(",")).toList();
    }

    @Test
    void featuresAndLogitsAreThoseOfPyTorch() throws IOException {
        Path table = folder.resolve("out/features.csv");
        assertEquals(
                ExitCode.DONE, run("features", "--weights", narrow(), "--images", images, "--out", table), this::said);
        assertEqualTables(rows(resource("features.csv")), rows(table));
        assertFalse(Files.exists(folder.resolve("out/features.csv.part")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"named.onnx", "folded.onnx"})
    void anOnnxFileGivesTheSameFeaturesAsItIsAndConverted(String name) throws IOException {
        Path onnx = resource("/org/maferstudio/network/weights/" + name);
        Path converted = folder.resolve("converted.safetensors");
        assertEquals(ExitCode.DONE, run("convert", onnx, converted), this::said);
        assertEquals(name.equals("folded.onnx"), said().contains("batch norms of 53 convolutions were folded"), said());
        for (Path weights : List.of(onnx, converted)) {
            Path table = folder.resolve("features.csv");
            assertEquals(
                    ExitCode.DONE,
                    run("features", "--weights", weights, "--images", images, "--out", table, "--force"),
                    this::said);
            assertEqualTables(rows(resource("features.csv")), rows(table));
        }
    }

    @Test
    void anExportOfThisProgramNamesItsNetwork() throws IOException {
        Path weights = Path.of("resources/gallery/fer2013-base-17.safetensors");
        Path onnx = folder.resolve("base.onnx");
        NetworkFormat.ONNX.write(NetworkFile.read(weights), onnx);
        List<Path> tables = new ArrayList<>();
        for (Path file : List.of(weights, onnx)) {
            Path table = folder.resolve("table" + tables.size() + ".csv");
            assertEquals(
                    ExitCode.DONE, run("features", "--weights", file, "--images", images, "--out", table), this::said);
            tables.add(table);
        }
        assertEqualTables(rows(tables.get(0)), rows(tables.get(1)));
    }

    /** Within 1e-4 of the value, near zero within 1e-5. */
    private static void assertEqualTables(List<String[]> expected, List<String[]> actual) {
        assertEquals(List.of(expected.get(0)), List.of(actual.get(0)));
        assertEquals(expected.size(), actual.size());
        for (int row = 1; row < expected.size(); row++) {
            assertEquals(expected.get(row)[0], actual.get(row)[0]);
            for (int i = 1; i < expected.get(row).length; i++) {
                double value = Double.parseDouble(expected.get(row)[i]);
                assertEquals(
                        value,
                        Double.parseDouble(actual.get(row)[i]),
                        Math.max(1e-5, 1e-4 * Math.abs(value)),
                        expected.get(row)[0] + " " + expected.get(0)[i]);
            }
        }
    }

    @Test
    void anotherMeanGivesOtherFeaturesAndAWrongOneIsRejected() throws IOException {
        Path table = folder.resolve("features.csv");
        assertEquals(
                ExitCode.DONE,
                run("features", "--weights", narrow(), "--images", images, "--out", table, "--mean", "0,0,0"));
        assertFalse(rows(table).get(1)[1].equals(rows(resource("features.csv")).get(1)[1]));
        assertEquals(
                ExitCode.USAGE,
                run("features", "--weights", narrow(), "--images", images, "--out", table, "--mean", "1,2"));
        assertTrue(said().contains("needs 3 means"), said());
    }

    @Test
    void meansAndDeviationsOfImagesFrom0To1AreThoseOfImagesFrom0To255() throws IOException {
        Path small = folder.resolve("small.csv");
        Path large = folder.resolve("large.csv");
        assertEquals(ExitCode.DONE, run(words(small, "0.5,0.25,0.125", "0.2,0.25,0.3")), this::said);
        assertEquals(ExitCode.DONE, run(words(large, "127.5,63.75,31.875", "51,63.75,76.5")), this::said);
        assertEqualTables(rows(large), rows(small));
        Path scaled = folder.resolve("scaled.csv");
        List<Object> scale = new ArrayList<>(List.of(words(scaled, "127.5,63.75,31.875", "0.2,0.25,0.3")));
        scale.addAll(List.of("--scale", "1/255"));
        assertEquals(ExitCode.DONE, run(scale.toArray()), this::said);
        assertEqualTables(rows(large), rows(scaled));
    }

    private Object[] words(Path table, String mean, String std) {
        return new Object[] {
            "features", "--weights", narrow(), "--images", images, "--out", table, "--mean", mean, "--std", std
        };
    }

    @Test
    void aWrongDeviationOrScaleIsRejected() {
        Path table = folder.resolve("features.csv");
        assertEquals(ExitCode.USAGE, run(words(table, "1,2,3", "1,2")));
        assertTrue(said().contains("3 standard deviations"), said());
        assertEquals(ExitCode.USAGE, run(words(table, "1,2,3", "1,0,2")));
        assertEquals(
                ExitCode.USAGE,
                run("features", "--weights", narrow(), "--images", images, "--out", table, "--scale", "1/0"));
        assertTrue(said().contains("1/0"), said());
        assertFalse(Files.exists(table));
    }

    @Test
    void ofSeveralNetworksInAFileThePrefixChooses() throws IOException {
        Path both = folder.resolve("both.safetensors");
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : Safetensors.read(narrow()).tensors().values()) {
            boolean first = tensor.name().equals("conv1_7x7_s2.weight");
            tensors.add(
                    first
                            ? Tensor.ofFloats(
                                    "teacher." + tensor.name(),
                                    new float[(int) tensor.elements()],
                                    tensor.shape().stream()
                                            .mapToLong(Long::longValue)
                                            .toArray())
                            : tensor.named("teacher." + tensor.name()));
            tensors.add(tensor.named("student." + tensor.name()));
        }
        Safetensors.write(both, WeightFile.of(tensors, Map.of()));
        Path table = folder.resolve("features.csv");
        assertEquals(ExitCode.USAGE, run("features", "--weights", both, "--images", images, "--out", table));
        assertTrue(said().contains("teacher, student"), said());
        assertEquals(
                ExitCode.DONE,
                run("features", "--weights", both, "--images", images, "--out", table, "--prefix", "student"),
                this::said);
        assertEqualTables(rows(resource("features.csv")), rows(table));
        Path alone = folder.resolve("alone.safetensors");
        assertEquals(ExitCode.DONE, run("convert", both, alone, "--prefix", "student"), this::said);
        assertEquals(
                Safetensors.read(narrow()).tensors(), Safetensors.read(alone).tensors());
    }

    @Test
    void aNetworkWithoutAClassifierGivesFeaturesOnlyAndADamagedImageIsNamed() throws IOException {
        Path body = folder.resolve("body.safetensors");
        List<Tensor> tensors = Safetensors.read(narrow()).tensors().values().stream()
                .filter(tensor -> !tensor.name().startsWith("classifier_1"))
                .toList();
        Safetensors.write(body, WeightFile.of(tensors, Map.of()));
        Files.writeString(images.resolve("broken.png"), "no picture");
        Path table = folder.resolve("features.csv");
        assertEquals(
                ExitCode.USAGE,
                run("features", "--weights", body, "--images", images, "--out", table, "--report"),
                this::said);
        assertEquals(3, rows(table).size());
        assertEquals(1 + 128, rows(table).get(0).length);
        assertTrue(said().contains("no classifier"), said());
        assertTrue(said().contains("broken.png"), said());
        assertTrue(said().contains("classifier_1: missing"), said());
    }

    @Test
    void weightsOfAnotherNetworkAreRejectedByTheFirstThatIsMissing() {
        Path table = folder.resolve("features.csv");
        assertEquals(
                ExitCode.USAGE,
                run(
                        "features",
                        "--weights",
                        narrow(),
                        "--images",
                        images,
                        "--out",
                        table,
                        "--network",
                        "se-resnet-18"));
        assertTrue(said().contains("conv1_3x3_s2.weight"), said());
        assertFalse(Files.exists(table));
    }

    @Test
    void whatIsConvertedIsTheSameBitForBit() throws IOException {
        Path once = folder.resolve("once.safetensors");
        Path twice = folder.resolve("twice.safetensors");
        assertEquals(
                ExitCode.DONE,
                run("convert", resource("/org/maferstudio/weights/torch/types_legacy.pth"), once),
                this::said);
        assertEquals(ExitCode.DONE, run("convert", once, twice), this::said);
        assertEquals(-1, Files.mismatch(once, twice));
        assertEquals(
                Safetensors.read(resource("/org/maferstudio/weights/torch/types.safetensors"))
                        .tensors(),
                Safetensors.read(once).tensors());
        assertTrue(said().contains("18 tensors"), said());
    }

    @Test
    void aFileIsNotWrittenOverItselfNorUnderAWrongEnding() throws IOException {
        Path copy = folder.resolve("copy.safetensors");
        Files.copy(narrow(), copy);
        assertEquals(
                ExitCode.USAGE,
                run("convert", copy, folder.resolve("../" + folder.getFileName() + "/copy.safetensors")));
        assertEquals(ExitCode.USAGE, run("convert", copy, folder.resolve("copy.pth")));
        assertEquals(-1, Files.mismatch(narrow(), copy));
    }

    @Test
    void halvesAreHalfAsLargeAndNearlyTheSame() throws IOException {
        Path file = folder.resolve("half.safetensors");
        assertEquals(0, run("convert", narrow(), file, "--half"), err::toString);
        WeightFile whole = Safetensors.read(narrow());
        WeightFile half = Safetensors.read(file);
        assertEquals(whole.metadata(), half.metadata());
        for (Tensor tensor :
                whole.tensors().values().stream().filter(Tensor::isReal).toList()) {
            assertEquals(ElementType.F16, half.tensor(tensor.name()).type());
            float[] rounded = half.tensor(tensor.name()).floats();
            float[] values = tensor.floats();
            for (int i = 0; i < values.length; i++) {
                assertEquals(values[i], rounded[i], Math.abs(values[i]) / 2048 + 1e-7, tensor.name());
            }
        }
    }
}
