package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.StopRequest;
import picocli.CommandLine;

/** What {@code --help} says. */
class CommandHelpTest {
    private final CommandLine line = line();

    @Test
    void theUsageNamesAFolderAFileOrAWorkspace() {
        List<String> help = line.getUsageMessage().lines().toList();
        assertEquals(
                "Usage: mafer [--workspace DIR] [EXPERIMENT_DIR|FILE.mafer]   opens the window",
                help.get(0).strip());
        assertEquals("       mafer COMMAND [--help]", help.get(1).stripTrailing());
    }

    @Test
    void everyCommandShowsItsUsage() {
        for (Map.Entry<String, CommandLine> each : line.getSubcommands().entrySet()) {
            String help = each.getValue().getUsageMessage();
            assertTrue(help.startsWith("Usage: mafer " + each.getKey()), help);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure", "report", "compare"})
    void whatLooksAtBundlesSaysSo(String command) {
        String help = line.getSubcommands().get(command).getUsageMessage();
        assertTrue(help.contains("DIR|FILE.mafer..."), help);
    }

    private static CommandLine line() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, new StopRequest());
        return Mafer.commandLine(console, Mafer.commands(console));
    }
}
