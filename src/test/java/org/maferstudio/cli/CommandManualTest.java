package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;

class CommandManualTest {
    @Test
    void theManualHasALineForEveryCommand() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/commands.md"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, new StopRequest());
        for (String command : Mafer.commandLine(console, Mafer.commands(console))
                .getSubcommands()
                .keySet()) {
            assertTrue(page.contains("| `mafer " + command), command);
        }
    }
}
