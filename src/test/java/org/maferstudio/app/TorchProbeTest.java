package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.LibUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.InstalledTorch;

/** A second process on natives that someone installed; here on those that come along, under another name. */
@Tag("engine")
class TorchProbeTest {
    @TempDir
    private Path folder;

    @Test
    void onesThatComputeRightlyPass() throws Exception {
        ComputeEngine.load(1);
        Path unpacked = Path.of(LibUtils.getLibtorchPath());
        Path natives = Files.isDirectory(unpacked) ? unpacked : unpacked.getParent();
        Path lib = Files.createDirectories(folder.resolve("lib"));
        try (Stream<Path> files = Files.list(natives)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.createSymbolicLink(lib.resolve(file.getFileName()), file);
            }
        }
        Files.writeString(folder.resolve("version.py"), "__version__ = '2.7.1+cpu'\n");
        String printed = TorchProbe.run(InstalledTorch.of(folder));
        assertTrue(printed.contains("CPU passed"), printed);
    }

    @Test
    void onesThatAreBrokenDoNotHarmThisProcess() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (String name : List.of("libc10.so", "libtorch.so", "libtorch_cpu.so")) {
            Files.writeString(lib.resolve(name), "no library");
        }
        InstalledTorch broken = new InstalledTorch(lib, "2.7.1", "cpu");
        String said = assertThrows(Problem.class, () -> TorchProbe.run(broken)).getMessage();
        assertTrue(said.contains("does not work here"), said);
    }
}
