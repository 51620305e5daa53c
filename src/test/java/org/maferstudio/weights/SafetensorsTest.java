package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.job.Problem;

class SafetensorsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Tensor floats = Tensor.ofFloats("a.weight", new float[] {1.5f, -2, Float.NaN, 4, 5, 6}, 2, 3);
        Tensor longs = Tensor.ofLongs("step", 7, Long.MIN_VALUE);
        Tensor scalar = Tensor.ofFloats("rate", new float[] {0.1f});
        Tensor empty = Tensor.ofFloats("empty", new float[0], 0, 4);
        WeightFile written = WeightFile.of(List.of(floats, longs, scalar, empty), Map.of("note", "ä \"quoted\" 😀"));
        Path file = folder.resolve("sub/weights.safetensors");
        Safetensors.write(file, written);

        WeightFile read = Safetensors.read(file);
        assertEquals(written, read);
        assertEquals(
                List.of("a.weight", "step", "rate", "empty"),
                List.copyOf(read.tensors().keySet()));
        assertArrayEquals(floats.floats(), read.tensor("a.weight").floats());
        assertArrayEquals(new long[] {7, Long.MIN_VALUE}, read.tensor("step").longs());
        assertEquals(written.metadata(), Safetensors.readMetadata(file));
    }

    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(file, WeightFile.of(List.of(Tensor.ofFloats("x", new float[] {1}, 1)), Map.of()));
        String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        byte[] bytes = Files.readAllBytes(file);
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertEquals(0, length % 8);
        assertEquals(header, new String(bytes, 8, (int) length, StandardCharsets.UTF_8).strip());
        assertEquals("0000803f", HexFormat.of().formatHex(bytes, 8 + (int) length, bytes.length));
    }

    /** {@code numpy.array([1, -0.5, 6e-8, 65504, inf], dtype=float16).tobytes().hex()}, and bfloat16 by cutting. */
    @Test
    void halvesBecomeFloats() {
        Tensor half = raw("h", ElementType.F16, "003c00b80100ff7b007c", 5);
        assertArrayEquals(new float[] {1, -0.5f, 0x1p-24f, 65504, Float.POSITIVE_INFINITY}, half.floats());
        assertArrayEquals(
                new float[] {1, -3.140625f},
                raw("b", ElementType.BF16, "803f49c0", 2).floats());
    }

    private static Tensor raw(String name, ElementType type, String hex, long size) {
        return new Tensor(
                name, type, List.of(size), ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoNeighbour() throws IOException {
        Path file = folder.resolve("kept.safetensors");
        Safetensors.write(file, WeightFile.of(List.of(Tensor.ofLongs("x", 1)), Map.of()));
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        Problem problem = assertThrows(
                Problem.class,
                () -> Safetensors.write(blocked.resolve("x.safetensors"), WeightFile.of(List.of(), Map.of())));
        assertEquals(Problem.Kind.FAILURE, problem.kind());
        assertEquals(1, Safetensors.read(file).tensor("x").longs()[0]);
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(path -> path.toString().endsWith(".part")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    an overlap              | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}} | 6
                    a hole                  | {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8
                    a size that lies        | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}} | 4
                    a shape beyond a long   | {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}} | 4
                    a negative size         | {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}} | 4
                    an end before the start | {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}} | 4
                    beyond the file         | {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | 4
                    bytes left over         | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 5
                    a name twice            | {"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}} | 0
                    an unknown type         | {"a":{"dtype":"Q7","shape":[1],"data_offsets":[0,4]}} | 4
                    an unknown field        | {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}} | 4
                    no shape                | {"a":{"dtype":"F32","data_offsets":[0,4]}} | 4
                    a list                  | [] | 0
                    a number for a tensor   | {"a":1} | 0
                    a text for a size       | {"a":{"dtype":"F32","shape":["one"],"data_offsets":[0,4]}} | 4
                    half a header           | {"a":{"dtype":"F32" | 0
                    two headers             | {}{} | 0
                    nested without end      | {"a":{"dtype":[[[[[[[[[[ | 0
                    """)
    void aFileIsRefusedInOneSentenceWith(String what, String header, int dataBytes) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(8 + json.length + dataBytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(json.length)
                        .put(json)
                        .array());
        assertRefused(file, what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    # what,                      bytes in hex
                    nothing,                     ''
                    seven bytes,                 01020304050607
                    a header longer than it,     ff000000000000007b7d
                    a header of negative length, ffffffffffffffff7b7d
                    a header of 16 MB and one,   01000001000000007b7d
                    not UTF-8,                   03000000000000007bff7d
                    """)
    void aFileThatIsNoneIsRefused(String what, String hex) throws IOException {
        Path file = folder.resolve("none.safetensors");
        Files.write(file, HexFormat.of().parseHex(hex));
        assertRefused(file, what);
    }

    @Test
    void aMissingFileIsNamed() {
        Problem problem = assertThrows(Problem.class, () -> Safetensors.read(folder.resolve("gone")));
        assertTrue(problem.getMessage().contains("gone"));
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    private static void assertRefused(Path file, String what) {
        Problem problem = assertThrows(Problem.class, () -> Safetensors.read(file), what);
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        assertFalse(problem.getMessage().contains("http"), problem.getMessage());
    }
}
