package org.maferstudio.results.imports;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A table in JSON: a list of records, one record per line, columns of equal length, or columns and data as written by
 * pandas and Weights and Biases.
 */
final class JsonTable {
    private static final int MAX_NODES = 20_000_000;

    private final Path file;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Map<String, String>> records = new ArrayList<>();
    private int nodes;

    private JsonTable(Path file) {
        this.file = file;
    }

    /** Reads the table of a file. */
    static ImportFile of(Path file) throws IOException {
        JsonTable table = new JsonTable(file);
        table.addAll(values(file));
        if (table.records.isEmpty()) {
            throw table.none();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.copyOf(table.columns));
        for (Map<String, String> each : table.records) {
            rows.add(table.columns.stream()
                    .map(column -> each.getOrDefault(column, ""))
                    .toList());
        }
        return new RowsTable(rows);
    }

    /** The values of a file: one, or one per line. */
    static List<JsonElement> values(Path file) throws IOException {
        List<JsonElement> values = new ArrayList<>();
        try (Reader reader = TextFile.open(file)) {
            JsonStreamParser parser = new JsonStreamParser(reader);
            while (parser.hasNext()) {
                values.add(parser.next());
            }
        } catch (JsonParseException e) {
            throw Problem.input(Texts.of("results.imports.error.json", file), e);
        }
        return values;
    }

    private void addAll(List<JsonElement> values) {
        JsonElement first = values.get(0);
        if (values.size() > 1) {
            values.forEach(this::add);
        } else if (first.isJsonArray()) {
            first.getAsJsonArray().forEach(this::add);
        } else if (first.isJsonObject()) {
            addObject(first.getAsJsonObject());
        } else {
            throw none();
        }
    }

    private void addObject(JsonObject object) {
        JsonElement data = object.get("data");
        if (object.has("columns") && data != null && data.isJsonArray()) {
            JsonArray names = object.getAsJsonArray("columns");
            data.getAsJsonArray().forEach(row -> addRow(names, row));
        } else if (records(object).isPresent()) {
            records(object).get().forEach(this::add);
        } else if (object.size() > 0
                && object.entrySet().stream().allMatch(each -> each.getValue().isJsonArray())) {
            addColumns(object);
        } else if (object.size() > 0
                && object.entrySet().stream().allMatch(each -> each.getValue().isJsonObject())) {
            addNested(object);
        } else {
            throw none();
        }
    }

    /** The only list of records in an object, whatever its name. */
    private static Optional<JsonArray> records(JsonObject object) {
        List<JsonArray> lists = object.entrySet().stream()
                .map(Map.Entry::getValue)
                .filter(JsonElement::isJsonArray)
                .map(JsonElement::getAsJsonArray)
                .filter(list -> !list.isEmpty() && list.get(0).isJsonObject())
                .toList();
        return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
    }

    private void addRow(JsonArray names, JsonElement row) {
        if (!row.isJsonArray() || row.getAsJsonArray().size() != names.size()) {
            throw none();
        }
        JsonObject record = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            record.add(names.get(i).getAsString(), row.getAsJsonArray().get(i));
        }
        add(record);
    }

    private void addColumns(JsonObject object) {
        int size =
                object.entrySet().iterator().next().getValue().getAsJsonArray().size();
        if (object.entrySet().stream()
                .anyMatch(each -> each.getValue().getAsJsonArray().size() != size)) {
            throw none();
        }
        for (int i = 0; i < size; i++) {
            JsonObject record = new JsonObject();
            for (Map.Entry<String, JsonElement> column : object.entrySet()) {
                record.add(column.getKey(), column.getValue().getAsJsonArray().get(i));
            }
            add(record);
        }
    }

    /** Data by rows or by columns; the column names are known. */
    private void addNested(JsonObject object) {
        List<String> names = List.copyOf(object.keySet());
        boolean byColumn = UsualColumns.place(ImportedPredictions.Column.LABEL, names) >= 0;
        if (byColumn) {
            for (String row : object.entrySet()
                    .iterator()
                    .next()
                    .getValue()
                    .getAsJsonObject()
                    .keySet()) {
                JsonObject record = new JsonObject();
                object.entrySet()
                        .forEach(column -> record.add(
                                column.getKey(),
                                column.getValue().getAsJsonObject().get(row)));
                add(record);
            }
        } else {
            object.entrySet().forEach(row -> {
                JsonObject record = new JsonObject();
                record.addProperty("sample", row.getKey());
                row.getValue().getAsJsonObject().entrySet().forEach(each -> record.add(each.getKey(), each.getValue()));
                add(record);
            });
        }
    }

    private void add(JsonElement value) {
        if (!value.isJsonObject()) {
            throw none();
        }
        if (records.size() >= ImportFile.MAX_ROWS) {
            throw Problem.input(Texts.of("results.imports.error.tooManyRows", file));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        value.getAsJsonObject().entrySet().forEach(each -> flatten(each.getKey(), each.getValue(), cells));
        columns.addAll(cells.keySet());
        records.add(cells);
    }

    /** Probabilities may be in a nested list or object. */
    private void flatten(String name, JsonElement value, Map<String, String> cells) {
        if (++nodes > MAX_NODES) {
            throw Problem.input(Texts.of("results.imports.error.tableTooLarge", file));
        }
        if (value == null || value.isJsonNull()) {
            cells.put(name, "");
        } else if (value.isJsonPrimitive()) {
            cells.put(name, value.getAsString().strip());
        } else if (value.isJsonObject()) {
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(each -> flatten(name + "." + each.getKey(), each.getValue(), cells));
        } else {
            JsonArray array = value.getAsJsonArray();
            for (int i = 0; i < array.size(); i++) {
                flatten(name + "." + i, array.get(i), cells);
            }
        }
    }

    private Problem none() {
        return Problem.input(Texts.of("results.imports.error.jsonTable", file));
    }
}
