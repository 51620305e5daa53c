package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The first walk through a table: where its columns are, how it spells classes, and what its numbers by class are. */
final class TableSurvey {
    private final Path file;
    private final ImportedPredictions.Request request;
    private final Map<String, Long> truth = ClassSpellings.none();
    private final Map<String, Long> predicted = ClassSpellings.none();
    private ImportColumns columns;
    private ScoreScale scale;
    private int rows;
    private String unreadable = "";

    TableSurvey(Path file, ImportedPredictions.Request request) {
        this.file = file;
        this.request = request;
    }

    void add(List<String> row) {
        if (columns == null) {
            columns = ImportColumns.of(file, row, request);
            scale = new ScoreScale(columns.scores().size());
            return;
        }
        rows++;
        if (row.size() != columns.size()) {
            if (unreadable.isEmpty()) {
                unreadable =
                        "row " + rows + " " + Texts.of("results.has-values-under-columns", row.size(), columns.size());
            }
            return;
        }
        count(truth, row.get(columns.label()));
        if (columns.predicted() >= 0) {
            count(predicted, row.get(columns.predicted()));
        }
        if (!columns.scores().isEmpty()) {
            scale.add(columns.scores(row), columns.decimals(row));
        }
    }

    private void count(Map<String, Long> counts, String spelling) {
        if (!spelling.isBlank()) {
            ClassSpellings.count(file, counts, spelling);
        }
    }

    /** Whether there is no row below the names of the columns. */
    boolean isEmpty() {
        return rows == 0;
    }

    ImportColumns columns() {
        return columns;
    }

    ScoreScale scale() {
        return scale;
    }

    /** What the numbers by class are; {@code NONE} where there are none. */
    ImportedPredictions.Scores kind() {
        return columns.scores().isEmpty() ? ImportedPredictions.Scores.NONE : scale.kind(file, request.scores());
    }

    /**
     * The classes.
     *
     * @throws Problem if numbers have no meaning, or no row has a class
     */
    ClassSpellings spellings() {
        if (truth.isEmpty()) {
            String why = unreadable.isEmpty() ? "row 1 " + Texts.of("results.has-a-class-that-is-none") : unreadable;
            throw Problem.input(Texts.of("results.no-row-of-the-table-can-be-read", file, why));
        }
        return ClassSpellings.of(
                file, new ClassSpellings.Seen(columns.scoreNames(), truth, predicted.keySet()), request.classes());
    }
}
