package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.Mutation;
import org.maferstudio.job.Problem;

/** Weights in ONNX files of every kind, and of strangers. */
class OnnxWeightsTest {
    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(OnnxWeightsTest.class.getResource("/onnx/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void realNumbersAreReadHoweverTheyAreStoredAndWholeNumbersAreNot() {
        WeightImport read = WeightImport.read(resource("values/every_way.onnx"));
        assertEquals("ONNX", read.format());
        List<String> names = List.of("raw32", "raw16", "raw64", "listed32", "listed64", "listed16", "brain16", "copy");
        assertEquals(names, List.copyOf(read.weights().tensors().keySet()));
        for (String name : names) {
            assertArrayEquals(
                    new float[] {0, 1.5f, -2.25f}, read.weights().tensor(name).floats(), name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"too_few, but the file has 4", "too_many, but the file has 8"})
    void aTensorHasAsManyValuesAsItDeclares(String name, String why) {
        Path file = resource("values/" + name + ".onnx");
        Problem problem = assertThrows(Problem.class, () -> WeightImport.read(file));
        assertTrue(problem.getMessage().contains("listed16 needs 6 bytes, " + why), problem.getMessage());
    }

    @Test
    void valuesInAFileBesideItAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.copy(resource("hostile/external_good.onnx"), folder.resolve("good.onnx"));
        ByteBuffer bytes = ByteBuffer.allocate(520).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 128; i++) {
            bytes.putFloat(8 + Float.BYTES * i, i);
        }
        Files.write(folder.resolve("weights.bin"), bytes.array());
        float[] values = WeightImport.read(file).weights().tensor("w").floats();
        assertEquals(128, values.length);
        assertEquals(127, values[127]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values/every_way", "half64", "mtl224", "hostile/external_short"})
    void aDamagedFileIsReadOrRefused(String name, @TempDir Path folder) throws IOException {
        byte[] sound = Files.readAllBytes(resource(name + ".onnx"));
        Files.write(folder.resolve("weights.bin"), new byte[520]);
        Path file = folder.resolve("damaged.onnx");
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            Files.write(file, new Mutation(17 * 1_000_003 + i).of(sound));
            try {
                for (Tensor tensor : WeightImport.read(file).weights().tensors().values()) {
                    assertEquals(tensor.elements(), tensor.floats().length, "damage " + i);
                }
                read++;
            } catch (Problem e) {
                assertEquals(Problem.Kind.INPUT, e.kind(), "damage " + i);
            }
        }
        assertTrue(read < 1_000);
    }

    static Stream<Path> hostile() throws IOException {
        try (Stream<Path> files = Files.list(resource("hostile"))) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList().stream();
        }
    }

    /** Files that are harmless until they run may be read; nothing else than a sentence comes of the others. */
    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFileIsReadOrRefusedSoon(Path file) {
        assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                WeightImport.read(file);
            } catch (Problem e) {
                String sentence = e.getMessage();
                assertTrue(sentence.length() < 700 && sentence.endsWith("."), sentence);
            }
        });
    }
}
