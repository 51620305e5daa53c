package org.maferstudio.datasets.annotations;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.Expression;
import org.maferstudio.texts.Texts;

/**
 * A table of images and classes: csv with a header, JSON lines, JSON records, a JSON object from image to class, or a
 * text list {@code path class}.
 *
 * @param entry the file
 * @param columns its columns; null if it has none
 */
record LabelTable(String entry, LabelColumns columns, List<LabelRow> rows) {
    private static final int LABELS_TRIED = 300;
    private static final Set<String> LISTS = Set.of("txt", "lst", "list");

    /**
     * Reads a file that may be such a table.
     *
     * @param most rows to read
     * @return empty if it is none
     * @throws Problem if it is a csv that cannot be read
     */
    static Optional<LabelTable> of(ReadableFiles files, String entry, int most) {
        String extension = EntryNames.extension(entry);
        if (EntryNames.isCsv(entry)) {
            return csv(files, entry, most).or(() -> list(files, entry, most));
        }
        return switch (extension) {
            case "jsonl", "ndjson" -> records(entry, lines(files, entry, most));
            case "json" -> AnnotationJson.of(files, entry).flatMap(json -> json(entry, json));
            default -> LISTS.contains(extension) ? list(files, entry, most) : Optional.empty();
        };
    }

    private static Optional<LabelTable> csv(ReadableFiles files, String entry, int most) {
        try (CsvRows csv = new CsvRows(files.openTable(entry), entry)) {
            LabelColumns columns = new LabelColumns(csv.columns());
            if (!columns.arePossible()) {
                return Optional.empty();
            }
            // Several columns may name the class, one by numbers and one by words: which, the rows have to show.
            List<List<String>> labels = new ArrayList<>();
            columns.labels().forEach(column -> labels.add(new ArrayList<>()));
            List<LabelRow> rows = new ArrayList<>();
            while (rows.size() < most && csv.next()) {
                for (int i = 0; i < labels.size(); i++) {
                    labels.get(i).add(csv.field(columns.labels().get(i)));
                }
                rows.add(row(entry, csv.number(), csv.number() + 2, columns, csv::field));
            }
            return Optional.of(new LabelTable(entry, columns, labelled(rows, labels)));
        }
    }

    private static List<LabelRow> labelled(List<LabelRow> rows, List<List<String>> labels) {
        if (labels.size() < 2) {
            return rows;
        }
        List<String> best = labels.get(0);
        for (List<String> column : labels) {
            best = expressions(column) > expressions(best) ? column : best;
        }
        List<LabelRow> labelled = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            labelled.add(rows.get(i).withLabel(best.get(i)));
        }
        return labelled;
    }

    private static LabelRow row(
            String entry, int number, int line, LabelColumns columns, UnaryOperator<String> fields) {
        String label = columns.labels().isEmpty()
                ? columns.only(fields)
                : fields.apply(columns.labels().get(0));
        return new LabelRow(
                EntryNames.fileName(entry) + "#" + number,
                Texts.of("datasets.format.row", number, line),
                fields.apply(columns.image().orElseThrow()),
                label,
                columns.split(fields),
                columns.group(fields),
                columns.crop(fields),
                columns.affect(fields));
    }

    private static List<JsonElement> lines(ReadableFiles files, String entry, int most) {
        return TextLines.all(files, entry).stream()
                .limit(most)
                .flatMap(line -> AnnotationJson.parse(line).stream())
                .toList();
    }

    private static Optional<LabelTable> records(String entry, Collection<JsonElement> records) {
        Set<String> names = new LinkedHashSet<>();
        records.stream()
                .limit(LABELS_TRIED)
                .filter(JsonElement::isJsonObject)
                .forEach(record -> names.addAll(record.getAsJsonObject().keySet()));
        LabelColumns columns = new LabelColumns(names);
        if (!columns.arePossible()) {
            return Optional.empty();
        }
        List<LabelRow> rows = new ArrayList<>();
        for (JsonElement record : records) {
            rows.add(row(entry, rows.size(), rows.size() + 1, columns, field -> AnnotationJson.text(record, field)));
        }
        return Optional.of(new LabelTable(entry, columns, rows));
    }

    private static Optional<LabelTable> json(String entry, JsonElement json) {
        if (json instanceof JsonArray array) {
            return records(entry, array.asList());
        }
        List<LabelRow> rows = new ArrayList<>();
        if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> field : object.entrySet()) {
                if (EntryNames.isImage(field.getKey())
                        && !AnnotationJson.text(field.getValue()).isEmpty()) {
                    rows.add(plain(entry, rows.size(), field.getKey(), AnnotationJson.text(field.getValue())));
                }
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(new LabelTable(entry, null, rows));
    }

    /** Lines such as {@code train/a.jpg 3} or {@code a.jpg,happy}; further columns are ignored. */
    private static Optional<LabelTable> list(ReadableFiles files, String entry, int most) {
        List<String> first = TextLines.first(files, entry);
        long listed = first.stream().filter(line -> parts(line).isPresent()).count();
        if (listed == 0 || 2 * listed < first.size()) {
            return Optional.empty();
        }
        List<String> lines = most < Integer.MAX_VALUE ? first : TextLines.all(files, entry);
        List<LabelRow> rows = new ArrayList<>();
        for (String line : lines) {
            String[] parts = parts(line).orElse(new String[] {line, ""});
            rows.add(plain(entry, rows.size(), parts[0], parts[1]));
        }
        return Optional.of(new LabelTable(entry, null, rows));
    }

    private static Optional<String[]> parts(String line) {
        String[] parts =
                line.split(line.contains("\t") ? "\t" : line.contains(",") ? "," : line.contains(";") ? ";" : " +");
        boolean fits = parts.length > 1 && EntryNames.isImage(parts[0].strip()) && !parts[1].isBlank();
        return fits ? Optional.of(new String[] {parts[0].strip(), parts[1].strip()}) : Optional.empty();
    }

    private static LabelRow plain(String entry, int number, String image, String label) {
        return new LabelRow(
                EntryNames.fileName(entry) + "#" + number,
                Texts.of("datasets.format.row", number, number + 1),
                image,
                label,
                "",
                "",
                Crop.WHOLE,
                Affect.NONE);
    }

    /** How many of the first labels are expressions. */
    private static long expressions(List<String> labels) {
        return labels.stream()
                .limit(LABELS_TRIED)
                .filter(label -> Expression.of(label).isPresent())
                .count();
    }
}
