package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {
    @TempDir
    private Path folder;

    @Test
    void otherFailuresAreNoneOfNames() {
        assertTrue(FileNames.problem(new IllegalStateException(new IOException("x")))
                .isEmpty());
        assertTrue(FileNames.problem(new InvalidPathException("a\0b", "Nul character not allowed"))
                .isEmpty());
    }

    /** A second Java, as the encoding of names is fixed when it starts. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
    void theLocaleCIsNamedWithTheWayOut() throws Exception {
        Path dataset = Files.createDirectories(folder.resolve("faces/happy"));
        Files.write(dataset.resolve("\u00e4.png"), new byte[] {1});
        for (List<String> command : List.of(
                List.of("dataset", dataset.getParent().toString()),
                List.of("dataset", dataset.resolve("\u00e4.png").toString()),
                List.of("figure", "\u00e4", "--kind", "CONFUSION", "--out", "a.csv"))) {
            String said = inTheLocaleC(folder, command);
            assertTrue(said.contains("Start the program with LC_ALL=C.UTF-8."), said);
            assertEquals(1, said.strip().lines().count(), said);
        }
        String said = inTheLocaleC(Files.createDirectory(folder.resolve("\u00fc")), List.of("--version"));
        assertTrue(said.contains("LC_ALL=C.UTF-8") && !said.contains("Exception"), said);
        assertFalse(inTheLocaleC(folder, List.of("--version")).contains("LC_ALL"));
    }

    private static String inTheLocaleC(Path folder, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")
                        .replaceAll("(^|:)(?=[^/:])", "$1" + Path.of("").toAbsolutePath() + "/"),
                "org.maferstudio.app.Main");
        builder.command().addAll(command);
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
