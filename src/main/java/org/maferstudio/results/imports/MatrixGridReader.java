package org.maferstudio.results.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Finds the numbers of a matrix and the names of its rows and columns in the cells of a file. */
final class MatrixGridReader {
    private MatrixGridReader() {}

    /**
     * Finds numbers and names.
     *
     * @throws Problem if the cells are not a matrix
     */
    static MatrixGrid of(Path file, ImportedCells cells) {
        List<List<String>> rows = new ArrayList<>(cells.rows());
        List<String> head = List.of();
        String rowsAre = "";
        while (!rows.isEmpty() && !isNumbers(rows, 0)) {
            List<String> names = rows.remove(0);
            // A title is less specific than the line with one name per column; below it, pandas prints the name of the
            // rows.
            if (nonBlank(names) >= nonBlank(head)) {
                head = names;
            } else if (nonBlank(names) == 1) {
                rowsAre = String.join("", names);
            }
        }
        rows.removeIf(row -> row.stream().noneMatch(MatrixGridReader::isValue));
        if (rows.isEmpty()) {
            throw Problem.input(Texts.of("results.importMatrix.error.noNumbers", file));
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int leading = leading(rows, head, width);
        int numbers = width - leading;
        List<String> columnNames =
                head.isEmpty() || head.size() < numbers ? List.of() : head.subList(head.size() - numbers, head.size());
        String corner = !rowsAre.isEmpty() || head.size() <= numbers ? rowsAre : head.get(head.size() - numbers - 1);
        List<String> rowNames = leading == 0
                ? List.of()
                : rows.stream().map(row -> row.get(leading - 1)).toList();
        double[][] values = new double[rows.size()][];
        int decimals = 0;
        boolean thousands = rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.matches("\\d+,\\d+"))
                .allMatch(cell -> cell.matches("[1-9]\\d{0,2},\\d{3}"));
        for (int i = 0; i < values.length; i++) {
            List<String> row = rows.get(i);
            if (row.size() != width) {
                throw Problem.input(
                        Texts.of("results.importMatrix.error.rowLength", file, i + 1, row.size() - leading, numbers));
            }
            List<String> plain = row.subList(leading, width).stream()
                    .map(cell -> plain(cell, thousands))
                    .toList();
            values[i] = plain.stream()
                    .mapToDouble(cell -> cell.isEmpty() ? 0 : ImportNumbers.parse(cell))
                    .toArray();
            decimals = Math.max(
                    decimals,
                    plain.stream().mapToInt(ImportNumbers::decimals).max().orElse(0));
            if (Arrays.stream(values[i]).anyMatch(value -> !(value >= 0))) {
                throw Problem.input(Texts.of("results.importMatrix.error.cell", file, i + 1, String.join(" ", row)));
            }
        }
        return new MatrixGrid(rowNames, columnNames, corner, values, decimals, List.of()).withoutBorders();
    }

    private static int nonBlank(List<String> row) {
        return (int) row.stream().filter(cell -> !cell.isBlank()).count();
    }

    /** Whether a row has values, but is not the numbering of columns. */
    private static boolean isNumbers(List<List<String>> rows, int i) {
        List<String> row = rows.get(i);
        long values = row.stream().filter(MatrixGridReader::isValue).count();
        int first = row.get(0).isEmpty() ? 1 : 0;
        boolean numbering = rows.size() > row.size() - first
                && row.size() > 2
                && IntStream.range(first, row.size()).allMatch(j -> row.get(j).equals(Integer.toString(j - first)));
        // Zeros may be left empty.
        boolean sparse = row.stream().skip(1).allMatch(cell -> cell.isBlank() || isValue(cell));
        return values > 0 && !numbering && (sparse || 2 * values >= row.size() - 1);
    }

    /** Number of cells at the start of each row that are names. */
    private static int leading(List<List<String>> rows, List<String> head, int width) {
        int leading = 0;
        while (leading < width - 1) {
            int place = leading;
            if (rows.stream().allMatch(row -> row.size() > place && isValue(row.get(place)))) {
                break;
            }
            if (rows.stream().noneMatch(row -> row.size() > place && isName(row.get(place)))) {
                break;
            }
            leading++;
        }
        // pandas numbers rows that have no names: 0, 1, 2, ...
        boolean numbered = leading == 0
                && head.size() == width
                && width > 2
                && !isName(head.get(0))
                && IntStream.range(0, rows.size())
                        .allMatch(i -> ClassSpellings.plain(rows.get(i).get(0)).equals(Integer.toString(i)));
        return numbered ? 1 : leading;
    }

    private static boolean isName(String cell) {
        return !cell.isBlank() && !isValue(cell);
    }

    private static boolean isValue(String cell) {
        return ImportNumbers.isNumber(plain(cell, true)) || cell.equalsIgnoreCase("nan");
    }

    /** Removes a share after a number, thousands separators, and signs of missing values. */
    private static String plain(String cell, boolean thousands) {
        String text = cell.strip();
        if (text.equalsIgnoreCase("nan") || text.equals("-")) {
            return "0";
        }
        if (text.matches("[0-9.,]+\\s*%?\\s*[(\\[].*[)\\]]")) {
            text = text.replaceFirst("\\s*[(\\[].*", "");
        }
        return thousands && text.matches("[1-9]\\d{0,2}(,\\d{3})+") ? text.replace(",", "") : text;
    }

    /**
     * A matrix written as pairs, as in Weights and Biases.
     *
     * @param places of the true class, the predicted class and the number of samples
     */
    static MatrixGrid ofPairs(Path file, List<List<String>> rows, List<Integer> places) {
        Set<String> names = new LinkedHashSet<>();
        List<List<String>> body = rows.subList(1, rows.size());
        for (int place : places.subList(0, 2)) {
            body.forEach(row -> names.add(cell(file, row, place)));
        }
        if (names.size() > LabelSet.MOST_READABLE) {
            throw Problem.input(Texts.of("results.imports.error.tooManyClasses", file, names.size()));
        }
        List<String> order = List.copyOf(names);
        double[][] values = new double[order.size()][order.size()];
        for (List<String> row : body) {
            double count = ImportNumbers.parse(cell(file, row, places.get(2)));
            if (!(count >= 0)) {
                throw Problem.input(Texts.of(
                        "results.importMatrix.error.cell", file, body.indexOf(row) + 1, String.join(" ", row)));
            }
            values[order.indexOf(cell(file, row, places.get(0)))][order.indexOf(cell(file, row, places.get(1)))] +=
                    count;
        }
        return new MatrixGrid(order, order, "", values, 0, List.of());
    }

    private static String cell(Path file, List<String> row, int place) {
        if (place >= row.size()) {
            throw Problem.input(Texts.of("results.importMatrix.error.cell", file, 1, String.join(" ", row)));
        }
        return row.get(place);
    }
}
