package org.maferstudio.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.job.Problem;

class WriteFailureTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsRecognisedInAnyCause() {
        IOException full = new IOException("No space left on device");
        String sentence = "The disk of %s is full. Free some space and try again. Files saved earlier are intact."
                .formatted(folder);
        assertEquals(sentence, WriteFailure.of(folder, full).getMessage());
        Exception deep = new IllegalStateException(new UncheckedIOException(full));
        Problem problem = WriteFailure.of(folder, deep, "Otherwise.");
        assertEquals(sentence, problem.getMessage());
        assertEquals(Problem.Kind.FAILURE, problem.kind());
    }

    @Test
    void whatElseFailsIsNotBlamedOnTheDisk() {
        Path file = folder.resolve("none").resolve("a.csv");
        assertEquals(
                "Otherwise.",
                WriteFailure.of(file, new IOException("x"), "Otherwise.").getMessage());
        String sentence = WriteFailure.of(file, new FileSystemException("a", null, "Read-only file system"))
                .getMessage();
        assertEquals(
                "Cannot write the file " + file
                        + " (Read-only file system). Check the permissions of the folder and the disk.",
                sentence);
        assertFalse(sentence.contains("full"));
    }
}
