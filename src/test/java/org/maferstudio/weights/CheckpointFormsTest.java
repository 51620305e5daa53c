package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

/** Checkpoints with all that training scripts leave in them, see {@code make_checkpoint_files.py}, and other files. */
class CheckpointFormsTest {
    @TempDir
    private Path folder;

    private static Map<String, Tensor> plain() {
        return Safetensors.read(TorchFixtures.path("plain.safetensors")).tensors();
    }

    /** The tensors of a file that are numbers of weights, under their names. */
    private static Map<String, Tensor> read(String file, String prefix) {
        Map<String, Tensor> read = new HashMap<>();
        WeightImport.read(TorchFixtures.path(file)).weights().tensors().forEach((name, tensor) -> {
            if (tensor.isReal()) {
                assertTrue(name.startsWith(prefix), name);
                String rest = name.substring(prefix.length());
                read.put(rest, tensor.named(rest));
            }
        });
        return read;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extras_zip.pth",
                "extras_legacy.pth",
                "scripted.pt",
                "arrays.npz",
                "arrays_packed.npz",
                "arrays.npy",
                "arrays_2.pkl",
                "arrays_4.pkl"
            })
    void theWeightsAreReadBitForBitAndTheExtrasArePassedOver(String file) {
        assertEquals(plain(), read(file, ""));
    }

    @Test
    void aModuleOfAnUnknownClassHasItsLayersNames() {
        assertEquals(plain(), read("unknown_class.pth", "module."));
    }

    @Test
    void anAverageBeforeTheWeightsIsNotTakenForThem() {
        WeightImport read = WeightImport.read(TorchFixtures.path("ema_first.pth"));
        assertEquals("model", read.main().place());
        assertEquals(plain(), read("ema_first.pth", ""));
    }

    @Test
    void aPrefixChoosesAmongNetworks() {
        WeightImport read = WeightImport.read(TorchFixtures.path("pair.pth"));
        assertEquals(
                List.of("first", "second"),
                read.parts().stream().map(WeightImport.Part::place).toList());
        assertEquals(plain(), read.behind("second.").weights().tensors());
        Problem problem = assertThrows(Problem.class, () -> read.behind("third"));
        assertTrue(problem.getMessage().contains("first, second"), problem.getMessage());
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("<!DOCTYPE html><html><title>Virus scan warning</title></html>", "web page"),
                Arguments.of("\n <?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "web page"),
                Arguments.of("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n", "of 12 bytes"),
                Arguments.of("{'error': 'Repository not found'}", "is a text file"),
                Arguments.of("\211HDF\r\n\032\n" + "\0".repeat(600), "HDF5"),
                Arguments.of("\b\7\22\7pytorch\32\0041.13:" + "\0".repeat(400), "ONNX"),
                Arguments.of("\37\213\b" + "\0".repeat(20), "archive"),
                Arguments.of("\0".repeat(100), "zeros"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("others")
    void anotherFileIsNamedForWhatItIs(String start, String words) throws IOException {
        assertRefused(start.getBytes(StandardCharsets.ISO_8859_1), words);
    }

    @Test
    void anEmptyFileAndAZipOfSomethingElseAreNamed() throws IOException {
        assertRefused(new byte[0], "empty");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new ZipMaker(zip).stored("run/best.pth", new byte[9]).end();
        assertRefused(zip.toByteArray(), "run/best.pth");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extras_zip.pth", "extras_legacy.pth", "scripted.pt", "arrays.npz", "arrays.npy", "arrays_4.pkl"
            })
    void halfAFileIsRefused(String name) throws IOException {
        byte[] bytes = TorchFixtures.bytes(name);
        for (int length = 1; length < bytes.length; length += 1 + length / 30) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Path file = Files.write(folder.resolve("cut.pth"), cut);
            assertThrows(Problem.class, () -> WeightImport.read(file), name + " cut to " + length);
        }
    }

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("weights.pth"), bytes);
        Problem problem = assertThrows(Problem.class, () -> WeightImport.read(file));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
    }
}
