package org.maferstudio.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedGoesWithAllThatIsInIt() throws IOException {
        Path left = Files.createDirectories(folder.resolve("left/deep")).getParent();
        Files.writeString(left.resolve("deep/a.txt"), "a");
        Path kept = Files.writeString(folder.resolve("kept.txt"), "b");
        TemporaryFiles.add(left);
        TemporaryFiles.add(kept);
        TemporaryFiles.remove(kept);
        TemporaryFiles.delete();
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(kept));
    }
}
