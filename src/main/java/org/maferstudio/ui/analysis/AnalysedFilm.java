package org.maferstudio.ui.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.analysis.FilmReport;
import org.maferstudio.texts.Texts;

/**
 * The results of a film in a folder.
 *
 * @param table the csv file
 * @param report the JSON file beside it; empty if there is none
 */
record AnalysedFilm(Path table, Optional<FilmReport> report) {
    private static final int MOST = 1000;
    private static final String TABLE = ".csv";

    /** The results that a file belongs to, the table or the report beside it. */
    static AnalysedFilm of(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return new AnalysedFilm(
                name.endsWith(".json") ? file.resolveSibling(stem + TABLE) : file,
                FilmReport.read(file.resolveSibling(stem + ".json")));
    }

    /** All results in a folder, the latest first; none if it does not exist. Reads files. */
    static List<AnalysedFilm> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .limit(MOST)
                    .map(AnalysedFilm::of)
                    .filter(film -> film.report().isPresent() && Files.isRegularFile(film.table()))
                    .sorted(Comparator.comparing(AnalysedFilm::written).reversed())
                    .toList();
        } catch (IOException e) {
            System.getLogger(AnalysedFilm.class.getName()).log(System.Logger.Level.WARNING, "Cannot list " + folder, e);
            return List.of();
        }
    }

    private FileTime written() {
        try {
            return Files.getLastModifiedTime(table);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** The film as its table names it, or the table's file name if there is no report. */
    String title() {
        return report.map(found -> {
                    String name = table.getFileName().toString();
                    String stem = name.endsWith(TABLE) ? name.substring(0, name.length() - TABLE.length()) : name;
                    return AnalysisResults.input(found, stem);
                })
                .orElse(table.getFileName().toString());
    }

    /** How much was analysed, by which networks. */
    String detail() {
        return report.map(found -> Texts.of(
                        "analysis.film.detail",
                        found.counts().frames(),
                        TimeText.of(found.summary().seconds(), 0),
                        found.networks().stream().map(FilmReport.Network::name).collect(Collectors.joining(", "))))
                .orElse("");
    }
}
