package org.maferstudio.results.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The cells of a matrix in any format, including everything around its numbers.
 *
 * @param rows as in the file; may have different lengths
 * @param names of the classes if the format stores them separately; otherwise empty
 */
record ImportedCells(List<List<String>> rows, List<String> names) {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_ROWS = 20_000;

    /** Reads the cells of a file. */
    static ImportedCells of(Path file) throws IOException {
        return switch (ImportFileKind.of(file)) {
            case TEXT -> new ImportedCells(text(file, TextFile.read(file, MAX_CHARACTERS)), List.of());
            case JSON -> json(file);
            case NPY, NPZ -> numpy(file);
            case XLSX -> {
                List<List<String>> rows = new ArrayList<>();
                XlsxTable.of(file).forEach(rows::add);
                yield new ImportedCells(bounded(file, rows), List.of());
            }
        };
    }

    private static List<List<String>> bounded(Path file, List<List<String>> rows) {
        if (rows.size() > MAX_ROWS) {
            throw Problem.input(Texts.of("results.importMatrix.error.tooManyRows", file, rows.size()));
        }
        return rows;
    }

    private static ImportedCells numpy(Path file) throws IOException {
        Map<String, NumpyArray> arrays = NumpyTable.arrays(file);
        List<NumpyArray> square = arrays.values().stream()
                .filter(array -> array.dimensions() == 2 && array.rows() == array.columns())
                .toList();
        if (square.size() != 1) {
            throw Problem.input(Texts.of("results.importMatrix.error.numpy", file));
        }
        NumpyArray matrix = square.get(0);
        List<String> names = arrays.values().stream()
                .filter(array -> array.dimensions() == 1 && array.rows() == matrix.rows())
                .findFirst()
                .map(NumpyArray::cells)
                .orElse(List.of());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            rows.add(matrix.row(i));
        }
        return new ImportedCells(rows, names);
    }

    private static ImportedCells json(Path file) throws IOException {
        try {
            List<JsonElement> values = JsonTable.values(file);
            JsonElement root = values.get(0);
            if (values.size() == 1 && root.isJsonObject() && isMatrix(root.getAsJsonObject())) {
                JsonObject object = root.getAsJsonObject();
                if (object.has("columns") && object.has("data")) {
                    return split(object);
                }
                return new ImportedCells(
                        rows(first(object, "confusion", "confusion_matrix", "matrix", "counts")),
                        strings(first(object, "labels", "classes", "names")));
            }
            if (values.size() == 1
                    && root.isJsonArray()
                    && root.getAsJsonArray().get(0).isJsonArray()) {
                return new ImportedCells(rows(root), List.of());
            }
            if (values.size() == 1
                    && root.isJsonObject()
                    && first(root.getAsJsonObject(), "labels", "classes", "names") != null
                    && root.getAsJsonObject().size() == 1) {
                throw Problem.input(Texts.of("results.importMatrix.error.noConfusion", file));
            }
        } catch (IllegalStateException | UnsupportedOperationException | IndexOutOfBoundsException e) {
            throw Problem.input(Texts.of("results.importMatrix.error.json", file), e);
        }
        // May be a table of predictions, which is then reported as such.
        List<List<String>> rows = new ArrayList<>();
        try {
            JsonTable.of(file).forEach(rows::add);
        } catch (Problem e) {
            throw Problem.input(Texts.of("results.importMatrix.error.noConfusion", file), e);
        }
        return new ImportedCells(bounded(file, rows), List.of());
    }

    private static boolean isMatrix(JsonObject object) {
        JsonElement matrix = first(object, "confusion", "confusion_matrix", "matrix", "counts");
        return (matrix != null && matrix.isJsonArray()) || (object.has("columns") && object.has("data"));
    }

    /** The table format of pandas and Weights and Biases. */
    private static ImportedCells split(JsonObject object) {
        List<List<String>> rows = new ArrayList<>();
        List<String> index = strings(object.get("index"));
        List<String> header = new ArrayList<>(strings(object.get("columns")));
        List<List<String>> data = rows(object.get("data"));
        boolean indexed = index.size() == data.size() && !index.isEmpty();
        if (indexed) {
            header.add(0, "");
        }
        rows.add(header);
        for (int i = 0; i < data.size(); i++) {
            List<String> row = new ArrayList<>(data.get(i));
            if (indexed) {
                row.add(0, index.get(i));
            }
            rows.add(row);
        }
        return new ImportedCells(rows, List.of());
    }

    private static JsonElement first(JsonObject object, String... names) {
        return Arrays.stream(names)
                .filter(object::has)
                .map(object::get)
                .findFirst()
                .orElse(null);
    }

    private static List<String> strings(JsonElement array) {
        return array == null || array.isJsonNull()
                ? List.of()
                : StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                        .map(each -> each.isJsonNull() ? "0" : each.getAsString())
                        .toList();
    }

    private static List<List<String>> rows(JsonElement matrix) {
        JsonArray array = matrix.getAsJsonArray();
        return StreamSupport.stream(array.spliterator(), false)
                .map(ImportedCells::strings)
                .toList();
    }

    private static List<List<String>> text(Path file, String text) {
        if (text.contains("...")) {
            throw Problem.input(Texts.of("results.importMatrix.error.abridged", file));
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MAX_ROWS) {
            throw Problem.input(Texts.of("results.importMatrix.error.tooManyRows", file, lines.size()));
        }
        Stream<List<String>> rows;
        if (text.contains("\\\\") && text.contains("&")) {
            rows = latex(text);
        } else if (text.matches("(?s)[^\\[]*\\[\\s*\\[.*")) {
            rows = brackets(text);
        } else if (lines.stream().filter(line -> line.strip().startsWith("|")).count() > 1) {
            rows = lines.stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("|"))
                    .map(line -> cells(line.replaceAll("^\\||\\|$", ""), "\\|"));
        } else {
            return delimited(lines);
        }
        return rows.map(row -> row.stream()
                        .map(cell -> cell.replaceAll("\\*\\*|__|`", "").strip())
                        .toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.matches("[-=:+ ]*")))
                .toList();
    }

    private static List<String> cells(String line, String delimiter) {
        return Arrays.stream(line.split(delimiter, -1)).map(String::strip).toList();
    }

    private static Stream<List<String>> latex(String text) {
        String body = text.replaceAll("(?<!\\\\)%[^\\n]*", "")
                .replaceAll(
                        "(?s)^.*?\\\\begin\\{tabular[x*]?\\}(\\[[^\\]]*\\])?(\\{[^{}]*\\})?\\{(?:[^{}]|\\{[^{}]*\\})*\\}",
                        "")
                .replaceAll("(?s)\\\\end\\{tabular.*", "")
                .replaceAll("\\\\(hline|toprule|midrule|bottomrule)\\b", "")
                .replaceAll("\\\\(cline|cmidrule)(\\([^)]*\\))?\\{[^}]*\\}", "")
                .replaceAll("\\\\cellcolor(\\[[^\\]]*\\])?\\{[^}]*\\}", "");
        // Formatting around a cell, from the inside out.
        for (int i = 0; i < 4; i++) {
            body = body.replaceAll("\\\\(?:multicolumn|multirow)\\{[^{}]*\\}\\{[^{}]*\\}\\{([^{}]*)\\}", "$1")
                    .replaceAll("\\\\rotatebox(?:\\[[^\\]]*\\])?\\{[^{}]*\\}\\{([^{}]*)\\}", "$1")
                    .replaceAll("\\\\[a-zA-Z]+\\{([^{}]*)\\}", "$1");
        }
        return Arrays.stream(body.replace("$", "")
                        .replace("\\%", "%")
                        .replace("\\_", "_")
                        .split("\\\\\\\\(\\[[^\\]]*\\])?"))
                .map(row -> row.replaceAll("\\\\[a-zA-Z]+\\b", ""))
                .filter(row -> row.contains("&"))
                .map(row -> cells(row, "&"));
    }

    /** The printed form of NumPy, torch and Python. */
    private static Stream<List<String>> brackets(String text) {
        String body =
                text.substring(text.indexOf('['), text.lastIndexOf(']') < 0 ? text.length() : text.lastIndexOf(']'));
        return Arrays.stream(body.split("\\]"))
                .map(row -> row.replaceAll("[\\[,\\s]+", " ").strip())
                .filter(row -> !row.isEmpty())
                .map(row -> Arrays.asList(row.split(" ")));
    }

    private static List<List<String>> delimited(List<String> lines) {
        String declared = lines.get(0).strip();
        boolean skip = declared.matches("(?i)\"?sep=.\"?");
        List<String> body = skip ? lines.subList(1, lines.size()) : lines;
        // The first line may be a title.
        char delimiter = CsvTable.of(body.get(body.size() - 1));
        List<List<String>> rows = new ArrayList<>();
        for (String line : body) {
            String plain = rows.isEmpty() ? line.replaceFirst("^#\\s*", "") : line;
            rows.add(delimiter == ' ' ? Arrays.asList(plain.strip().split("\\s+")) : quoted(plain, delimiter));
        }
        return rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.matches("[-=:+ ]*")))
                .toList();
    }

    private static List<String> quoted(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quotes = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quotes = !quotes;
            } else if (c == delimiter && !quotes) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
