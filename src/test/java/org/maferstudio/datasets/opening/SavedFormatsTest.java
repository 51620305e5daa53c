package org.maferstudio.datasets.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.datasets.DatasetOnDisk;
import org.maferstudio.datasets.readers.DatasetReader;
import org.maferstudio.datasets.trees.DatasetTree;

class SavedFormatsTest {
    @TempDir
    private Path folder;

    private Path faces;
    private Path file;

    @BeforeEach
    void makeFaces() throws IOException {
        faces = folder.resolve("faces");
        file = folder.resolve("cache/formats");
        new DatasetOnDisk(faces).pictures("happy/1.png", "sad/2.png");
        age();
    }

    private void age() throws IOException {
        try (var files = Files.walk(faces)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(each, FileTime.fromMillis(1_000_000));
            }
        }
    }

    private String recognised() {
        return recognised(new SavedFormats(file, 1));
    }

    private String recognised(SavedFormats formats) {
        try (DatasetTree tree = DatasetTree.of(faces.toString())) {
            return formats.recognised(tree).map(DatasetReader::name).orElse("none");
        }
    }

    @Test
    void aListingThatIsKnownIsNotLookedAtAgain() throws IOException {
        assertEquals("class-folders", recognised());
        // Whatever the file says is believed, which shows that no reader was asked.
        Files.writeString(file, Files.readString(file).replace("class-folders", "jaffe"));
        assertEquals("jaffe", recognised());
    }

    @Test
    void aFileMoreLessOrOtherIsLookedAt() throws IOException {
        recognised();
        Files.writeString(file, Files.readString(file).replace("class-folders", "jaffe"));
        Files.setLastModifiedTime(faces.resolve("sad/2.png"), FileTime.fromMillis(2_000_000));
        assertEquals("class-folders", recognised());
        new DatasetOnDisk(faces).pictures("sad/3.png");
        age();
        assertEquals("class-folders", recognised());
        Files.delete(faces.resolve("sad/3.png"));
        Files.setLastModifiedTime(faces.resolve("sad/2.png"), FileTime.fromMillis(2_000_000));
        assertEquals("class-folders", recognised());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "class-folders", "0 jaffe\n\n\n", "\0\0\0"})
    void aDamagedFileIsIgnoredAndReplaced(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        assertEquals("class-folders", recognised());
        Files.writeString(file, Files.readString(file).replace("class-folders", "no-such-reader"));
        assertEquals("class-folders", recognised());
    }

    @Test
    void smallDatasetsAndFilesOfThisMomentAreNotRemembered() throws IOException {
        assertEquals("class-folders", recognised(new SavedFormats(file, 3)));
        Files.setLastModifiedTime(faces.resolve("sad/2.png"), FileTime.fromMillis(System.currentTimeMillis()));
        assertEquals("class-folders", recognised());
        assertFalse(Files.exists(file));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoProblem() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertEquals("class-folders", recognised(new SavedFormats(inTheWay.resolve("formats"), 1)));
    }
}
