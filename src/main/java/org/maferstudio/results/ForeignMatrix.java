package org.maferstudio.results;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * A confusion matrix that another program wrote, as csv or as JSON, with counts; with a look at whether its rows are the
 * truth and its classes in the order said, where the counts are those of a known test split.
 */
public final class ForeignMatrix {
    /** What the rows of a matrix are. */
    public enum Rows {
        TRUTH,
        PREDICTED
    }

    /**
     * What was read.
     *
     * @param matrix its rows are the truth
     * @param notes what the look at orientation and order found
     */
    public record Found(ConfusionMatrix matrix, List<String> notes) {}

    private static final long MAX_BYTES = 1 << 20;
    private static final long MAX_SAMPLES = 5_000_000;

    private ForeignMatrix() {}

    /**
     * Reads a matrix.
     *
     * @param classes in the order of the rows; empty where the file names them
     * @throws Problem if it is none, has no names, or known counts tell that rows or order are others than said
     */
    public static Found read(Path file, List<String> classes, Rows rows) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("results.the-file-is-larger-than-1-mb", file));
            }
            String text = Files.readString(file);
            boolean json =
                    text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
            Read read = json ? json(file, text) : csv(file, text);
            LabelSet labels = labels(file, classes.isEmpty() ? read.names() : classes, read.counts().length);
            long[][] counts = rows == Rows.TRUTH ? read.counts() : transposed(read.counts());
            ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, counts);
            if (sum(counts) == 0 || sum(counts) > MAX_SAMPLES) {
                throw Problem.input(Texts.of("results.the-matrix-counts-samples-from-1", file, sum(counts)));
            }
            return new Found(matrix, List.of(MatrixSides.check(matrix, rows)));
        } catch (IOException e) {
            throw Problem.input(Texts.of("results.the-matrix-cannot-be-read", file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("results.the-matrix-is-none", file, e.getMessage()), e);
        }
    }

    /** Whether a file is rather a matrix than a table of predictions: JSON, or as many rows of counts as columns. */
    public static boolean looksLikeOne(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return false;
            }
            String text = Files.readString(file);
            boolean json =
                    text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
            if (json) {
                return true;
            }
            long[][] counts = csv(file, text).counts();
            return counts.length > 0 && Arrays.stream(counts).allMatch(row -> row.length == counts.length);
        } catch (IOException | IllegalArgumentException | Problem e) {
            return false;
        }
    }

    /** The predictions that a matrix counts, without probabilities and with made-up names: nothing else is known of them. */
    public static Predictions predictions(ConfusionMatrix matrix, String split, Resolution resolution) {
        List<Prediction> rows = new ArrayList<>();
        for (int truth = 0; truth < matrix.size(); truth++) {
            for (int called = 0; called < matrix.size(); called++) {
                // Stored, and the same in every language.
                String name =
                        matrix.labels().name(truth) + " as " + matrix.labels().name(called) + " ";
                for (long i = 1; i <= matrix.count(truth, called); i++) {
                    rows.add(Prediction.withoutProbabilities(name + i, "", truth, called));
                }
            }
        }
        return new Predictions(matrix.labels(), split, resolution, rows);
    }

    @SuppressWarnings("ArrayRecordComponent") // only on its way into a matrix
    private record Read(List<String> names, long[][] counts) {}

    private static Read json(Path file, String text) {
        try {
            JsonElement root = JsonParser.parseString(text);
            List<String> names = new ArrayList<>();
            JsonElement matrix = root;
            if (root.isJsonObject()) {
                JsonObject object = root.getAsJsonObject();
                matrix = first(object, "confusion", "confusion_matrix", "matrix", "counts");
                JsonElement labels = first(object, "labels", "classes", "names");
                if (labels != null) {
                    labels.getAsJsonArray().forEach(label -> names.add(label.getAsString()));
                }
            }
            if (matrix == null) {
                throw Problem.input(Texts.of("results.the-file-has-no-confusion-it-is", file));
            }
            List<List<String>> rows = new ArrayList<>();
            for (JsonElement row : matrix.getAsJsonArray()) {
                JsonArray cells = row.getAsJsonArray();
                rows.add(IntStream.range(0, cells.size())
                        .mapToObj(i -> cells.get(i).getAsString())
                        .toList());
            }
            return new Read(names, counts(rows));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw Problem.input(Texts.of("results.the-matrix-is-no-json-of-a", file), e);
        }
    }

    private static JsonElement first(JsonObject object, String... names) {
        return Arrays.stream(names)
                .filter(object::has)
                .map(object::get)
                .findFirst()
                .orElse(null);
    }

    private static Read csv(Path file, String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                text.replace("\uFEFF", ""),
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())) {
            for (CSVRecord row : parser) {
                rows.add(row.stream().map(String::strip).toList());
            }
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw Problem.input(Texts.of("results.the-matrix-is-empty", file));
        }
        List<String> names = List.of();
        if (!isNumber(last(rows.get(0)))) {
            names = rows.remove(0);
        }
        boolean named = !rows.isEmpty() && !isNumber(rows.get(0).get(0));
        if (named) {
            List<String> first = rows.stream().map(row -> row.get(0)).toList();
            List<String> top = names.isEmpty() ? first : names.subList(names.size() - rows.size(), names.size());
            if (!top.equals(first)) {
                throw Problem.input(Texts.of(
                        "results.the-rows-of-are-its-columns", file, String.join(", ", first), String.join(", ", top)));
            }
            names = first;
            rows = rows.stream().map(row -> row.subList(1, row.size())).toList();
        }
        return new Read(names, counts(rows));
    }

    private static String last(List<String> row) {
        return row.get(row.size() - 1);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
    }

    private static long[][] counts(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToLong(ForeignMatrix::count).toArray())
                .toArray(long[][]::new);
    }

    private static long count(String text) {
        double value = isNumber(text) ? Double.parseDouble(text) : Double.NaN;
        if (value != Math.rint(value) || value < 0 || value > MAX_SAMPLES) {
            throw new IllegalArgumentException("a cell counts samples, got \"" + text
                    + "\"; shares of rows cannot be turned back into samples, so ask for the counts");
        }
        return (long) value;
    }

    private static LabelSet labels(Path file, List<String> names, int size) {
        if (names.isEmpty()) {
            throw Problem.input(Texts.of("results.the-matrix-does-not-name-its", file, size));
        }
        return new LabelSet(names.stream()
                .map(name -> Expression.of(name)
                        .map(Expression::id)
                        .orElse(name.strip().toLowerCase(Locale.ROOT)))
                .toList());
    }

    private static long[][] transposed(long[][] counts) {
        long[][] other = new long[counts.length][counts.length];
        for (int row = 0; row < counts.length; row++) {
            if (counts[row].length != counts.length) {
                throw new IllegalArgumentException("row " + (row + 1) + " has " + counts[row].length
                        + " cells, there are " + counts.length + " rows");
            }
            for (int column = 0; column < counts.length; column++) {
                other[column][row] = counts[row][column];
            }
        }
        return other;
    }

    private static long sum(long[][] counts) {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }
}
