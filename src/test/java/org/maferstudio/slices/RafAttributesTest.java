package org.maferstudio.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

class RafAttributesTest {
    private static final String POINTS = "77.1\t97.2\n127.0\t96.9\n104.5\t135.0\n82.0\t150.5\n125.1\t148.9\n";
    private static final List<String> IDS = List.of("Image/aligned/test_0001_aligned.jpg", "test_0002_aligned.jpg");

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String problem(Path path) {
        return assertThrows(Problem.class, () -> JoinedTable.of(path, IDS)).getMessage();
    }

    @Test
    void theFilesOfAFolderAreJoinedWithAlignedImagesByTheirNames() throws IOException {
        write("test_0001_manu_attri.txt", POINTS + "1\n2\n4\n");
        Path second = write("test_0002_manu_attri.txt", POINTS.replace('\t', ' ') + "2\r\n0\r\n0");
        write("train_00001_manu_attri.txt", POINTS + "0\n0\n1\n");
        write("readme.txt", "nothing");
        JoinedTable joined = JoinedTable.of(folder, IDS);
        assertEquals(List.of("gender", "race", "age"), joined.columns().names());
        assertEquals("female", joined.columns().cell("gender", IDS.get(0)));
        assertEquals("Asian", joined.columns().cell("race", IDS.get(0)));
        assertEquals("70+", joined.columns().cell("age", IDS.get(0)));
        assertEquals("unsure", joined.columns().cell("gender", IDS.get(1)));
        assertEquals(2, joined.samples());
        assertEquals(3, joined.rows());
        assertEquals(2, JoinedTable.of(second, IDS).samples(), "one file stands for its folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1\n2\n", "1\n2\n5\n", "-1\n0\n0\n", "1\n2\n4\n0\n", "NaN\n0\n0\n"})
    void aFileThatIsNoneIsNamed(String attributes) throws IOException {
        write("test_0001_manu_attri.txt", POINTS + attributes);
        assertTrue(problem(folder).contains("test_0001_manu_attri.txt is not an attribute file of RAF-DB"));
    }

    @Test
    void aFolderWithoutThemAndOneOfAnotherDatasetAreTold() throws IOException {
        assertTrue(problem(folder).contains("has no attribute files"));
        write("train_00001_manu_attri.txt", POINTS + "0\n0\n1\n");
        assertTrue(problem(folder).contains("None of the attribute files"));
        Files.writeString(folder.resolve("test_0001_manu_attri.txt"), "0 ".repeat(5000));
        assertTrue(problem(folder).contains("is not an attribute file"));
    }
}
