package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        Mafer.commandLine(console, Mafer.commands(console)).getSubcommands().forEach((name, command) -> {
            // Only the names of older versions are hidden.
            boolean old = command.getCommandSpec().usageMessage().hidden();
            assertEquals(
                    !old, page.contains("| `mafer " + name + " ") || page.contains("| `mafer " + name + "`"), name);
        });
    }
}
