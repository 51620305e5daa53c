package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.maferstudio.cli.output.ExitCode;

@DisabledOnOs(OS.WINDOWS)
class InterruptsTest {
    private Process process;
    private BufferedReader lines;

    private void start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                // A shell in the background has its children ignore Ctrl+C; this one does not.
                "/bin/sh",
                "-c",
                "exec \"$0\" \"$@\"",
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                DeafCommand.class.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        lines = process.inputReader();
        assertEquals("running", lines.readLine());
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the process goes on");
        return process.exitValue();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aCommandThatIgnoresSigtermIsKilled() throws Exception {
        start();
        signal("TERM");
        assertEquals(ExitCode.STOPPED, exitCode());
    }

    @Test
    void whatSavesIsWaitedForUntilTheSecondSignal() throws Exception {
        start("the training in a");
        signal("TERM");
        assertEquals("Waiting for the training in a. Press Ctrl+C again to quit immediately.", lines.readLine());
        assertFalse(process.waitFor(3, TimeUnit.SECONDS), "the process did not wait");
        signal("TERM");
        assertEquals(ExitCode.STOPPED, exitCode());
    }
}
