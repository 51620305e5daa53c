package org.maferstudio.network.onnx.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.onnx.OnnxFile;

/** ONNX Runtime's telemetry crashes a process whose command line is long: one that survives has none. */
class NoTelemetryTest {
    /** Loads a network, with the variable unset as wherever the program is not started by its launcher. */
    static final class LoadsANetwork {
        private LoadsANetwork() {}

        public static void main(String[] args) {
            OnnxSession.open(OnnxFile.read(Path.of(args[0])), new OnnxSession.Setup(1, OptionalInt.empty()))
                    .close();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onnxRuntimeIsLoadedWithoutTelemetry() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadsANetwork.class.getName(),
                        OnnxFixtures.file("grey64").toString(),
                        "x".repeat(10_000)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove(NoTelemetry.VARIABLE);
        assertEquals(0, builder.start().waitFor());
    }
}
