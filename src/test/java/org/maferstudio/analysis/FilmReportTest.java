package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmReportTest {
    @TempDir
    private Path folder;

    private Optional<FilmReport> read(String values, String means) throws IOException {
        Path file = folder.resolve("film.json");
        Files.writeString(
                file,
                """
                {"identity": "1", "film": {"file": "film.mp4"}, "counts": {"frames": 1},
                 "networks": [{"name": "A", "experiment": "a", "classes": ["anger"]%s}],
                 "summary": {"seconds": 1, "seconds_with_face": 1, "networks": [{"unsure": 0%s}]}}
                """
                        .formatted(values, means));
        return FilmReport.read(file);
    }

    @Test
    void reportsOfEarlierVersionsHaveNoValues() throws IOException {
        FilmReport report = read("", "").orElseThrow();
        assertEquals(List.of(), report.networks().get(0).values());
        assertEquals(Map.of(), report.summary().networks().get(0).values());
    }

    @Test
    void valuesHaveScalesAndMeans() throws IOException {
        FilmReport report = read(
                        ", \"values\": [{\"name\": \"valence\", \"low\": 1, \"high\": 9}]",
                        ", \"values\": {\"valence\": 4.5}")
                .orElseThrow();
        assertEquals(9, report.networks().get(0).values().get(0).high());
        assertEquals(4.5, report.summary().networks().get(0).values().get("valence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"values\": [{\"name\": \"valence\", \"low\": 1, \"high\": -1}]",
                ", \"values\": [null]",
                ", \"values\": [{}]",
                ", \"values\": 3",
                ", \"input\": {\"size\": -1}"
            })
    void whatIsNoReportIsNotRead(String damaged) throws IOException {
        assertEquals(Optional.empty(), read(damaged, ""));
    }
}
