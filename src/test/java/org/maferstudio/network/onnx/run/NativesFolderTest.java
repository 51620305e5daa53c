package org.maferstudio.network.onnx.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;

/** What a process that loads ONNX Runtime leaves in the temporary folder. */
@EnabledOnOs(OS.LINUX)
class NativesFolderTest {
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    @TempDir
    private Path folder;

    /** Loads a network, and is ended at once, as by a second Ctrl+C. */
    static final class IsHalted {
        private IsHalted() {}

        public static void main(String[] args) {
            load(args[0]);
            Runtime.getRuntime().halt(0);
        }
    }

    /** Loads a network, and ends as the program does. */
    static final class EndsInOrder {
        private EndsInOrder() {}

        public static void main(String[] args) {
            Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFiles::delete));
            load(args[0]);
        }
    }

    private static void load(String file) {
        OnnxSession.open(OnnxFile.read(Path.of(file)), new OnnxSession.Setup(1, OptionalInt.empty()))
                .close();
    }

    @Test
    void nothingIsLeftWhereTheNativesAreInstalled() throws IOException, InterruptedException {
        Path installed = Files.createDirectory(folder.resolve("natives"));
        String place = System.getProperty("os.arch").equals("aarch64") ? "linux-aarch64" : "linux-x64";
        for (String library : LIBRARIES) {
            try (InputStream bytes =
                    OnnxSession.class.getResourceAsStream("/ai/onnxruntime/native/" + place + "/" + library)) {
                Files.copy(bytes, installed.resolve(library));
            }
        }
        assertEquals(List.of(), leftBy(IsHalted.class, List.of("-Donnxruntime.native.path=" + installed)));
    }

    @Test
    void unpackedNativesAreDeletedWithTheirFolderAtTheEnd() throws IOException, InterruptedException {
        assertEquals(List.of(), leftBy(EndsInOrder.class, List.of()));
    }

    @Test
    void foldersOfOtherProcessesAreKept() throws IOException, InterruptedException {
        Path other = Files.createDirectories(folder.resolve("temporary/onnxruntime-java123"));
        assertEquals(List.of(other), leftBy(EndsInOrder.class, List.of()));
    }

    /** The folders of ONNX Runtime in the temporary folder after it was loaded. */
    private List<Path> leftBy(Class<?> program, List<String> options) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                OnnxFixtures.file("grey64").toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(each -> each.getFileName().toString().startsWith("onnxruntime-java"))
                    .toList();
        }
    }
}
