package org.maferstudio.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

/** Against files that PyTorch has written, see {@code make_torch_files.py}. */
class WeightImportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    module_legacy.pth      | complete module MainModel.KitModel (PyTorch format before 1.6)
                    module_zip.pth         | complete module MainModel.KitModel (PyTorch zip format)
                    checkpoint_legacy.pt   | dictionary of tensors (PyTorch format before 1.6), entry model_state_dict
                    checkpoint_zip.pt      | dictionary of tensors (PyTorch zip format), entry model_state_dict
                    state_dict_zip.pth     | dictionary of tensors (PyTorch zip format)
                    state_dict_proto4.pth  | dictionary of tensors (PyTorch zip format)
                    expected.safetensors   | safetensors
                    """)
    void everyFormHoldsTheSameTensorsBitForBitInTheSameOrder(String name, String found) {
        WeightImport read = WeightImport.read(TorchFixtures.path(name));
        assertEquals(found, read.found());
        assertSame("expected.safetensors", read.weights());
    }

    @Test
    void aModuleInsideADataParallelKeepsItsPrefix() {
        WeightImport read = WeightImport.read(TorchFixtures.path("parallel_legacy.pth"));
        List<String> expected = new ArrayList<>();
        for (String name : expected("expected.safetensors").tensors().keySet()) {
            expected.add("module." + name);
        }
        assertEquals(expected, List.copyOf(read.weights().tensors().keySet()));
        assertArrayEquals(
                expected("expected.safetensors").tensor("classifier_1.weight").floats(),
                read.weights().tensor("module.classifier_1.weight").floats());
    }

    @ParameterizedTest
    @ValueSource(strings = {"types_legacy.pth", "types_zip.pth"})
    void everyTypeAndEveryKindOfViewIsReadBitForBit(String name) {
        assertSame(
                "types.safetensors", WeightImport.read(TorchFixtures.path(name)).weights());
    }

    @Test
    void parametersOfPyTorch04AreRead() {
        WeightImport read = WeightImport.read(TorchFixtures.path("old_parameters.pth"));
        assertEquals("complete module torch.nn.modules.linear.Linear (PyTorch format before 1.6)", read.found());
        assertSame("old_parameters.safetensors", read.weights());
    }

    @Test
    void writtenAsSafetensorsAndReadAgainNothingChanges() throws IOException {
        Path first = folder.resolve("a.safetensors");
        Path second = folder.resolve("b.safetensors");
        Safetensors.write(
                first, WeightImport.read(TorchFixtures.path("types_legacy.pth")).weights());
        Safetensors.write(second, WeightImport.read(first).weights());
        assertSame("types.safetensors", Safetensors.read(first));
        assertEquals(-1, Files.mismatch(first, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system_legacy.pth", "system_zip.pth"})
    void aPickleThatWouldRunACommandIsRefusedByTheNameItAsksFor(String name) {
        Problem problem = assertThrows(Problem.class, () -> WeightImport.read(TorchFixtures.path(name)));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("posix.system"), problem.getMessage());
        assertFalse(Files.exists(Path.of("/tmp/a-pickle-was-run")));
    }

    private static WeightFile expected(String name) {
        return Safetensors.read(TorchFixtures.path(name));
    }

    private static void assertSame(String expected, WeightFile actual) {
        WeightFile wanted = expected(expected);
        assertEquals(wanted.tensors(), actual.tensors());
        assertEquals(
                List.copyOf(wanted.tensors().keySet()),
                List.copyOf(actual.tensors().keySet()));
    }
}
