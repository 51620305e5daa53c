package org.maferstudio.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

class DatasetSourceTest {
    @ParameterizedTest(name = "{0} means seed {1}")
    @CsvSource(
            textBlock = """
            drawn,    17
            drawn:18, 18
            drawn:0,  0
            """)
    void theNameSaysTheSeed(String path, long seed) {
        assertEquals(Optional.of(seed), DatasetSource.of(path).drawnSeed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawn.csv", "faces/drawn", "/data/drawn:18"})
    void otherPathsMeanSomethingOnDisk(String path) {
        assertEquals(Optional.empty(), DatasetSource.of(path).drawnSeed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawn:", "drawn:abc", "drawn:-1", "drawn:99999999999999999999"})
    void aSeedThatIsNoNumberIsRefusedWithAWayOut(String path) {
        DatasetSource source = DatasetSource.of(path);
        Problem problem = assertThrows(Problem.class, source::drawnSeed);
        assertTrue(problem.getMessage().contains("drawn:18"), problem.getMessage());
    }

    @Test
    void nothingJoinsDrawnFaces() {
        DatasetSource source = DatasetSource.of("drawn", "faces");
        assertThrows(Problem.class, source::drawnSeed);
    }
}
