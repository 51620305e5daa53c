package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeFileDialogsTest {
    private static final List<String> FIGURES = List.of("svg", "pdf", "png");

    private static Path ended(String name, String suggested, List<String> endings) {
        return NativeFileDialogs.withExtension(Path.of("figures", name), suggested, endings);
    }

    @Test
    void aNameWithoutAnEndingGetsThatOfTheSuggestedName() {
        assertEquals(Path.of("figures", "matrix.svg"), ended("matrix", "confusion.svg", FIGURES));
    }

    @Test
    void anEndingThatSomeoneTypedStays() {
        assertEquals(Path.of("figures", "matrix.pdf"), ended("matrix.pdf", "confusion.svg", FIGURES));
    }

    @Test
    void aFolderHasNoEnding() {
        assertEquals(Path.of("figures", "take-1"), ended("take-1", "live-recording", List.of()));
    }
}
