package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;

class OutputFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderAndANewOneAreFine() {
        assertEquals(folder, OutputFolder.of(folder));
        Path fresh = folder.resolve("a/b");
        assertEquals(fresh, OutputFolder.of(fresh));
    }

    @Test
    void aFileIsNoFolderNorCanItContainOne() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "");
        for (Path wrong : new Path[] {file, file.resolve("a/b")}) {
            Problem problem = assertThrows(Problem.class, () -> OutputFolder.of(wrong));
            assertEquals(file + " is a file, not a folder. Choose another folder.", problem.getMessage());
        }
    }
}
