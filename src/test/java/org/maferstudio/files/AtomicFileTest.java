package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void buffersOfAnySizeAreWrittenWholeInANewFolder() throws IOException {
        byte[] bytes = new byte[(3 << 20) + 17];
        new Random(1).nextBytes(bytes);
        Path file = folder.resolve("a/new/file");
        AtomicFile.write(file, out -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
            assertEquals(bytes.length, out.write(buffer));
            assertEquals(0, buffer.remaining());
            assertEquals(0, out.write(buffer));
        });
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aFailureKeepsTheOldFileAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Problem problem = assertThrows(
                Problem.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(ByteBuffer.wrap(new byte[10]));
                    throw new IOException("the cable was pulled");
                }));
        assertTrue(problem.getMessage().startsWith("Cannot write the file " + file), problem.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("a mistake");
                }));
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"file"}, folder.toFile().list());
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThrows(Problem.class, () -> AtomicFile.write(folder, out -> {}));
        assertTrue(Files.isDirectory(folder));
    }
}
