package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The first pass through a table: finds its columns, class spellings and kind of scores. */
final class TableSurvey {
    /** Rows after those of the classes, such as sums and precision. */
    private static final int MOST_TOTALS = 3;

    private final Path file;
    private final ImportedPredictions.Request request;
    private final Map<String, Long> truth = ClassSpellings.none();
    private final Map<String, Long> predicted = ClassSpellings.none();
    private ImportColumns columns;
    private ScoreScale scale;
    private boolean plainNames;
    private int rows;
    private String unreadable = "";

    TableSurvey(Path file, ImportedPredictions.Request request) {
        this.file = file;
        this.request = request;
    }

    void add(List<String> row) {
        if (columns == null) {
            columns = ImportColumns.of(file, row, request);
            plainNames = columns.scores().stream()
                    .allMatch(score -> row.get(score.place()).equals(score.name()));
            scale = new ScoreScale(columns.scores().size());
            return;
        }
        rows++;
        if (row.size() != columns.size()) {
            if (unreadable.isEmpty()) {
                unreadable = Texts.of(
                        "results.imports.row.reason",
                        rows,
                        Texts.of("results.imports.row.valueCount", row.size(), columns.size()));
            }
            return;
        }
        count(truth, columns.trueClass(row));
        if (columns.predicted() >= 0) {
            count(predicted, row.get(columns.predicted()));
        }
        if (!columns.scores().isEmpty()) {
            scale.add(columns.scores(row), columns.decimals(row));
        }
    }

    private void count(Map<String, Long> counts, String spelling) {
        if (!ClassSpellings.isMissing(spelling)) {
            ClassSpellings.count(file, counts, spelling);
        }
    }

    /** Whether there is no row after the column names. */
    boolean isEmpty() {
        return rows == 0;
    }

    ImportColumns columns() {
        return columns;
    }

    ScoreScale scale() {
        return scale;
    }

    /**
     * The kind of scores; {@code NONE} if there are none.
     *
     * @throws Problem if the table is a confusion matrix, or the kind is unknown
     */
    ImportedPredictions.Scores kind() {
        if (isMatrix()) {
            throw Problem.input(Texts.of("results.importPredictions.error.matrix", file));
        }
        return columns.scores().isEmpty() ? ImportedPredictions.Scores.NONE : scale.kind(file, request.scores());
    }

    /** Whether there is one row per class, perhaps with totals below, and one column per class. */
    private boolean isMatrix() {
        Set<String> names =
                columns.scoreNames().stream().map(ClassSpellings::canonical).collect(Collectors.toSet());
        Set<String> rowNames =
                truth.keySet().stream().map(ClassSpellings::canonical).collect(Collectors.toSet());
        return plainNames
                && names.size() > 1
                && columns.sample() < 0
                && columns.predicted() < 0
                && rows == truth.size()
                && rows <= names.size() + MOST_TOTALS
                && rowNames.containsAll(names);
    }

    /**
     * Determines the classes.
     *
     * @throws Problem if class numbers are ambiguous, or no row has a class
     */
    ClassSpellings spellings() {
        if (truth.isEmpty()) {
            String why = unreadable.isEmpty()
                    ? Texts.of("results.imports.row.reason", 1, Texts.of("results.imports.row.unknownClass"))
                    : unreadable;
            throw Problem.input(Texts.of("results.importPredictions.error.noRow", file, why));
        }
        return ClassSpellings.of(
                file, new ClassSpellings.Seen(columns.scoreNames(), truth, predicted.keySet()), request.classes());
    }
}
