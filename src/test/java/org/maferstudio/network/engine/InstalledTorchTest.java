package org.maferstudio.network.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

class InstalledTorchTest {
    @TempDir
    private Path folder;

    private Path torch(String statement) throws Exception {
        Path lib = Files.createDirectories(folder.resolve("torch").resolve("lib"));
        Files.writeString(lib.resolve("libtorch_cpu.so"), "");
        Files.writeString(folder.resolve("torch/version.py"), statement);
        return lib;
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "torch", "torch/lib"})
    void itIsFoundFromEachFolderThatSomeoneMayChoose(String chosen) throws Exception {
        Path lib = torch("from typing import Optional\n\n__version__ = '2.7.1+cu128'\ncuda: Optional[str] = '12.8'\n");
        InstalledTorch found = InstalledTorch.of(folder.resolve(chosen).normalize());
        assertEquals(new InstalledTorch(lib, "2.7.1", "cu128"), found);
    }

    @Test
    void withoutAFlavorItIsOfTheProcessor() throws Exception {
        assertEquals(
                "cpu", InstalledTorch.of(torch("__version__ = \"2.7.1\"\n")).flavor());
    }

    @Test
    void anotherVersionIsNamed() throws Exception {
        Path lib = torch("__version__ = '2.6.0+cu124'\n");
        String said = assertThrows(Problem.class, () -> InstalledTorch.of(lib)).getMessage();
        assertTrue(said.contains("is version 2.6.0") && said.contains("requires version 2.7.1"), said);
    }

    @Test
    void aFolderWithoutOneIsRejected() {
        String said =
                assertThrows(Problem.class, () -> InstalledTorch.of(folder)).getMessage();
        assertTrue(said.startsWith("There is no PyTorch in "), said);
    }

    @Test
    void oneThatDoesNotSayItsVersionIsRejected() throws Exception {
        Path lib = torch("print('__version__')\n");
        String said = assertThrows(Problem.class, () -> InstalledTorch.of(lib)).getMessage();
        assertTrue(said.contains("version.py is missing"), said);
    }
}
