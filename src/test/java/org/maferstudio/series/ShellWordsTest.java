package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {
    @Test
    void aWordOfOrdinaryCharactersStaysAsItIs() {
        assertEquals(
                "mafer run-task /scratch/lr-0.001 3", ShellWords.of("mafer", "run-task", "/scratch/lr-0.001", "3"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aShellTakesEveryWordAsItIs() throws IOException {
        List<String> words = List.of(
                "a b",
                "it's",
                "\"quoted\"",
                "$HOME",
                "`id`",
                "$(id)",
                "a;b",
                "a&b|c",
                "*",
                "~",
                "\\",
                "!x",
                "#x",
                "",
                "ü\t");
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + ShellWords.of(words)).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(String.join("\n", words) + "\n", printed);
    }
}
