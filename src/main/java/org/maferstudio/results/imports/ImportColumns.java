package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The index of each column of a table; -1 if it is missing.
 *
 * @param size number of columns
 * @param truth the columns of the true class if it is one-hot encoded; empty if it has one column
 * @param scores the columns with a score for each class, with the class as spelled in the table
 */
record ImportColumns(int size, int sample, int group, int label, List<Score> truth, int predicted, List<Score> scores) {
    /** A column with the score of one class. */
    record Score(int place, String name) {}

    /**
     * Finds the columns of a table.
     *
     * @throws Problem if there is no true or predicted class, or the table is of another kind
     */
    static ImportColumns of(Path file, List<String> header, ImportedPredictions.Request request) {
        refuseOthers(file, header);
        int label = place(file, ImportedPredictions.Column.LABEL, header, request);
        int predicted = place(file, ImportedPredictions.Column.PREDICTED, header, request);
        Set<Integer> taken = new HashSet<>(List.of(label, predicted));
        int sample = place(file, ImportedPredictions.Column.SAMPLE, header, request);
        int group = place(file, ImportedPredictions.Column.GROUP, header, request);
        taken.add(sample);
        taken.add(group);
        List<Score> truth = label < 0 ? UsualColumns.oneHotTruth(header, taken) : List.of();
        truth.forEach(column -> taken.add(column.place()));
        List<Score> scores = request.scores() == ImportedPredictions.Scores.NONE && predicted >= 0
                ? List.of()
                : UsualColumns.scores(header, taken);
        if (label < 0 && truth.isEmpty()) {
            throw missing(file, ImportedPredictions.Column.LABEL, header);
        }
        if (predicted < 0 && scores.isEmpty()) {
            predicted = UsualColumns.labelBesideTruth(label, header);
        }
        if (predicted < 0 && scores.isEmpty()) {
            throw missing(file, ImportedPredictions.Column.PREDICTED, header);
        }
        return new ImportColumns(header.size(), sample, group, label, truth, predicted, scores);
    }

    private static int place(
            Path file, ImportedPredictions.Column column, List<String> header, ImportedPredictions.Request request) {
        String said = request.columns().get(column);
        if (said == null) {
            return UsualColumns.place(column, header);
        }
        int place = header.indexOf(said);
        if (place < 0) {
            throw Problem.input(
                    Texts.of("results.importPredictions.error.unknownColumn", file, said, String.join(", ", header)));
        }
        return place;
    }

    private static void refuseOthers(Path file, List<String> header) {
        Set<String> names = new HashSet<>(
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
        if (names.contains("precision") && names.contains("recall")) {
            throw Problem.input(Texts.of("results.imports.error.classificationReport", file));
        }
        if (header.size() > 1
                && UsualColumns.count(header) >= 0
                && UsualColumns.place(ImportedPredictions.Column.LABEL, header) >= 0
                && UsualColumns.place(ImportedPredictions.Column.PREDICTED, header) >= 0
                && UsualColumns.place(ImportedPredictions.Column.SAMPLE, header) < 0) {
            throw Problem.input(Texts.of("results.importPredictions.error.matrix", file));
        }
    }

    private static Problem missing(Path file, ImportedPredictions.Column column, List<String> header) {
        if (ImportedMatrix.isMatrix(file)) {
            return Problem.input(Texts.of("results.importPredictions.error.matrix", file));
        }
        if (header.stream().allMatch(name -> name.matches("-?[0-9.,eE+-]+"))) {
            return Problem.input(Texts.of("results.importPredictions.error.noNames", file, String.join(", ", header)));
        }
        return Problem.input(Texts.of(
                "results.importPredictions.error.noColumn",
                file,
                column.name().toLowerCase(Locale.ROOT),
                String.join(", ", header)));
    }

    /** The names of the classes in the order of the columns. */
    List<String> scoreNames() {
        return scores.stream().map(Score::name).toList();
    }

    /** The true class of a row as spelled in the table; empty if the one-hot columns have none. */
    String trueClass(List<String> row) {
        if (label >= 0) {
            return row.get(label);
        }
        String found = "";
        for (Score column : truth) {
            double value = ImportNumbers.parse(row.get(column.place()));
            if (value == 1 && found.isEmpty()) {
                found = column.name();
            } else if (value != 0) {
                return "";
            }
        }
        return found;
    }

    /** The scores of a row; NaN if a cell is not a number. */
    double[] scores(List<String> row) {
        double[] values = new double[scores.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ImportNumbers.parse(row.get(scores.get(i).place()));
        }
        return values;
    }

    /** The maximum number of decimals of a row's scores. */
    int decimals(List<String> row) {
        return IntStream.range(0, scores.size())
                .map(i -> ImportNumbers.decimals(row.get(scores.get(i).place())))
                .max()
                .orElse(0);
    }
}
