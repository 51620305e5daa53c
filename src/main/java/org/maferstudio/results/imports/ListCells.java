package org.maferstudio.results.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits cells with several values, such as {@code [0.1, 0.9]} or {@code {'angry': 0.1, 'happy': 0.9}}, into one column
 * per value. pandas writes arrays and DeepFace its predictions like this.
 *
 * @param table with or without such cells
 */
record ListCells(ImportFile table) implements ImportFile {
    private static final Pattern PAIR = Pattern.compile("['\"]?([^'\":,{}]+)['\"]?\\s*:\\s*([^,{}]+)");
    private static final Pattern WRAPPED = Pattern.compile("[A-Za-z_.]+\\d*\\(([^()]*)\\)");
    private static final int MOST_VALUES = 1000;

    @Override
    public void forEach(Consumer<List<String>> row) throws IOException {
        Walk walk = new Walk(row);
        table.forEach(walk::add);
        walk.end();
    }

    /** The values of a cell by name, numbered in a list; empty for a cell with one value. */
    private static Map<String, String> values(String cell) {
        Map<String, String> values = new LinkedHashMap<>();
        if (cell.length() < 5 || "[{".indexOf(cell.charAt(0)) < 0 || "]}".indexOf(cell.charAt(cell.length() - 1)) < 0) {
            return values;
        }
        String content = WRAPPED.matcher(cell.substring(1, cell.length() - 1)).replaceAll("$1");
        if (cell.charAt(0) == '{') {
            Matcher pair = PAIR.matcher(content);
            while (pair.find() && values.size() <= MOST_VALUES) {
                values.put(pair.group(1).strip(), pair.group(2).strip());
            }
        } else {
            List<String> list = Arrays.asList(content.strip().split("[,\\s]+"));
            for (int i = 0; i < Math.min(MOST_VALUES, list.size()); i++) {
                values.put(Integer.toString(i), list.get(i));
            }
        }
        return values.size() > 1 ? values : Map.of();
    }

    /** One pass: the first row after the column names determines which columns have several values. */
    private static final class Walk {
        private final Consumer<List<String>> target;
        private List<String> header;
        private List<List<String>> names;

        Walk(Consumer<List<String>> target) {
            this.target = target;
        }

        void add(List<String> row) {
            if (header == null) {
                header = row;
                return;
            }
            if (names == null) {
                begin(row);
            }
            if (names.stream().allMatch(List::isEmpty)) {
                target.accept(row);
                return;
            }
            List<String> cells = new ArrayList<>(row);
            for (int i = Math.min(row.size(), names.size()) - 1; i >= 0; i--) {
                List<String> wanted = names.get(i);
                if (!wanted.isEmpty()) {
                    Map<String, String> found = values(row.get(i));
                    cells.remove(i);
                    cells.addAll(
                            i,
                            wanted.stream()
                                    .map(name -> found.getOrDefault(name, ""))
                                    .toList());
                }
            }
            target.accept(cells);
        }

        private void begin(List<String> row) {
            names = new ArrayList<>();
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                List<String> values =
                        i < row.size() ? List.copyOf(values(row.get(i)).keySet()) : List.of();
                names.add(values);
                String column = header.get(i);
                if (values.isEmpty()) {
                    columns.add(column);
                }
                values.forEach(value -> columns.add(column + "." + value));
            }
            target.accept(columns);
        }

        void end() {
            if (header != null && names == null) {
                target.accept(header);
            }
        }
    }
}
