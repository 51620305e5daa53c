package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.cli.output.ExitCode;

/** What the whole program does where the disk behind its output is full, and where its memory is too small. */
class ProcessLimitsTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path errors;

    private int run(File out, String memory, String... arguments) throws IOException, InterruptedException {
        errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                memory,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(errors.toFile())
                .start();
        try {
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process goes on");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String said() throws IOException {
        return Files.readString(errors);
    }

    @Test
    void resultsThatAFullDiskDoesNotTakeAreAFailure() throws Exception {
        assumeTrue(Files.exists(FULL));
        assertEquals(ExitCode.FAILED, run(FULL.toFile(), "-Xmx256m", "--version"), () -> "exit code");
        assertFalse(said().contains("\tat "), said());
    }

    @Test
    void aTableThatDoesNotFitIntoMemoryIsAFailureInOneSentence() throws Exception {
        Path table = folder.resolve("predictions.csv");
        try (BufferedWriter out = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
            out.write("file,label,prediction\n");
            String name = "n".repeat(1000);
            for (int i = 0; i < 40_000; i++) {
                out.write(name + i + ".png,happiness,sadness\n");
            }
        }
        String out = folder.resolve("out").toString();
        int code = run(
                folder.resolve("said.txt").toFile(), "-Xmx32m", "import-predictions", table.toString(), "--out", out);
        assertEquals(ExitCode.FAILED, code, said());
        assertTrue(said().contains("There is not enough memory."), said());
        assertFalse(said().contains("\tat "), said());
        assertFalse(Files.exists(folder.resolve("out").resolve("experiment.json")), "half an experiment");
    }
}
