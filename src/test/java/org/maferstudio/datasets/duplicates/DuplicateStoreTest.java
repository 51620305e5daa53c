package org.maferstudio.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateStoreTest {
    private static final String KEY = "0123abcd";

    @TempDir
    private Path folder;

    @Test
    void remembersGroupsAndTheirAbsence() {
        DuplicateStore store = new DuplicateStore(folder.resolve("cache"));
        assertEquals(Optional.empty(), store.read(KEY));
        store.write(KEY, List.of(List.of("a", "b"), List.of("c", "d", "e")));
        store.write("none", List.of());
        assertEquals(Optional.of(List.of(List.of("a", "b"), List.of("c", "d", "e"))), store.read(KEY));
        assertEquals(Optional.of(List.of()), store.read("none"));
    }

    @Test
    void aFileOfAnotherSearchIsNotRead() throws IOException {
        Files.writeString(folder.resolve(KEY + ".txt"), "near duplicates, search 0\na b\n");
        assertEquals(Optional.empty(), new DuplicateStore(folder).read(KEY));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        DuplicateStore store = new DuplicateStore(file);
        store.write(KEY, List.of(List.of("a", "b")));
        assertEquals(Optional.empty(), store.read(KEY));
    }
}
