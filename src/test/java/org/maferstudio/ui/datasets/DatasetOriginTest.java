package org.maferstudio.ui.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetOriginTest {
    @Test
    void theManualTellsWhereToAskForTheSameDatasets() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/site/markdown/datasets.md"));
        int start = lines.indexOf("| dataset | source | terms (summary) | layout |") + 2;
        int end = lines.subList(start, lines.size()).indexOf("") + start;
        assertEquals(
                DatasetOrigin.ALL.stream().map(DatasetOrigin::name).toList(),
                lines.subList(start, end).stream()
                        .map(line -> line.split("\\|")[1].strip())
                        .toList());
    }
}
