package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The numbers of a matrix and the names of its rows and columns, without totals and other borders.
 *
 * @param rowNames empty if rows have no names
 * @param columnNames empty if columns have no names
 * @param corner the cell above the row names; empty for none
 * @param values the same number in each row
 * @param decimals maximum number of decimals of a value
 * @param notes what was left out
 */
@SuppressWarnings("ArrayRecordComponent") // only on its way into a matrix
record MatrixGrid(
        List<String> rowNames,
        List<String> columnNames,
        String corner,
        double[][] values,
        int decimals,
        List<String> notes) {
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "all",
            "sum",
            "sums",
            "support",
            "n",
            "count",
            "row total",
            "column total",
            "gesamt",
            "summe",
            "\u03a3");
    /** The name of shares next to counts in this program's tables. */
    private static final String SHARE = "share_";

    private static final Set<String> MEASURES = Set.of(
            "recall", "precision", "accuracy", "acc", "acc.", "f1", "f1-score", "f1 score", "%", "sensitivity", "tpr");

    /** Removes totals and scores at the borders. */
    MatrixGrid withoutBorders() {
        MatrixGrid grid = this;
        Set<String> left = new LinkedHashSet<>();
        for (int column = grid.columns() - 1; column > 0; column--) {
            if (grid.isBorder(grid.columnNames, column)) {
                left.add(grid.columnNames.get(column));
                grid = grid.withoutColumn(column);
            }
        }
        for (int row = grid.values.length - 1; row > 0; row--) {
            if (grid.isBorder(grid.rowNames, row)) {
                left.add(grid.rowNames.get(row));
                grid = grid.withoutRow(row);
            }
        }
        int size = grid.values.length;
        boolean rowSums = size > 2 && grid.lastRowIsSum();
        boolean columnSums = grid.columns() > 2 && grid.lastColumnIsSum();
        if (rowSums && (columnSums || size == grid.columns() + 1)) {
            grid = grid.withoutRow(size - 1);
            left.add(Texts.of("results.importMatrix.note.totalsRow"));
        }
        if (columnSums && (rowSums || grid.columns() == grid.values.length + 1)) {
            grid = grid.withoutColumn(grid.columns() - 1);
            left.add(Texts.of("results.importMatrix.note.totalsColumn"));
        }
        return left.isEmpty()
                ? grid
                : grid.noting(Texts.of("results.importMatrix.note.borders", String.join(", ", left)));
    }

    private MatrixGrid noting(String note) {
        return new MatrixGrid(rowNames, columnNames, corner, values, decimals, List.of(note));
    }

    private boolean isBorder(List<String> names, int place) {
        String name = place < names.size() ? names.get(place).strip().toLowerCase(Locale.ROOT) : "";
        return TOTALS.contains(name) || MEASURES.contains(name) || name.startsWith(SHARE);
    }

    private int columns() {
        return values[0].length;
    }

    private boolean lastRowIsSum() {
        int last = values.length - 1;
        return IntStream.range(0, columns())
                .allMatch(column -> isSum(
                        values[last][column],
                        IntStream.range(0, last)
                                .mapToDouble(row -> values[row][column])
                                .sum(),
                        last));
    }

    private boolean lastColumnIsSum() {
        int last = columns() - 1;
        return Arrays.stream(values)
                .allMatch(row -> isSum(row[last], Arrays.stream(row, 0, last).sum(), last));
    }

    private boolean isSum(double value, double sum, int terms) {
        return Math.abs(value - sum) <= (decimals == 0 ? 0 : ImportNumbers.tolerance(terms, decimals));
    }

    private MatrixGrid withoutRow(int place) {
        double[][] rest = IntStream.range(0, values.length)
                .filter(row -> row != place)
                .mapToObj(row -> values[row])
                .toArray(double[][]::new);
        return new MatrixGrid(without(rowNames, place), columnNames, corner, rest, decimals, notes);
    }

    private MatrixGrid withoutColumn(int place) {
        double[][] rest = Arrays.stream(values)
                .map(row -> IntStream.range(0, row.length)
                        .filter(column -> column != place)
                        .mapToDouble(column -> row[column])
                        .toArray())
                .toArray(double[][]::new);
        return new MatrixGrid(rowNames, without(columnNames, place), corner, rest, decimals, notes);
    }

    private static List<String> without(List<String> names, int place) {
        List<String> rest = new ArrayList<>(names);
        if (place < rest.size()) {
            rest.remove(place);
        }
        return rest;
    }

    /** Transposes the matrix. */
    MatrixGrid transposed() {
        double[][] turned = IntStream.range(0, columns())
                .mapToObj(column ->
                        Arrays.stream(values).mapToDouble(row -> row[column]).toArray())
                .toArray(double[][]::new);
        return new MatrixGrid(columnNames, rowNames, corner, turned, decimals, notes);
    }

    /** The names, unless they are only numbers, which are not class names. */
    static List<String> named(List<String> names) {
        boolean numbers = names.stream().map(ClassSpellings::plain).allMatch(ClassSpellings::isNumber);
        return numbers || names.stream().allMatch(String::isBlank) ? List.of() : names;
    }

    /** Sorts the columns in the order of the rows, with zeros for a class that is missing on one side. */
    MatrixGrid byName(Path file) {
        if (named(rowNames).isEmpty() || named(columnNames).isEmpty()) {
            return this;
        }
        List<String> rows = rowNames.stream().map(ClassSpellings::canonical).toList();
        List<String> columns =
                columnNames.stream().map(ClassSpellings::canonical).toList();
        Set<String> all = new LinkedHashSet<>(rows.size() >= columns.size() ? rows : columns);
        all.addAll(rows);
        all.addAll(columns);
        if (Set.copyOf(rows).size() != rows.size()
                || Set.copyOf(columns).size() != columns.size()
                || all.size() >= rows.size() + columns.size()) {
            throw Problem.input(Texts.of(
                    "results.importMatrix.error.namesDiffer",
                    file,
                    String.join(", ", rowNames),
                    String.join(", ", columnNames)));
        }
        List<String> order = List.copyOf(all);
        double[][] ordered = new double[order.size()][order.size()];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                ordered[order.indexOf(rows.get(row))][order.indexOf(columns.get(column))] = values[row][column];
            }
        }
        return new MatrixGrid(order, order, corner, ordered, decimals, notes);
    }
}
