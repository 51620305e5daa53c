package org.maferstudio.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Predictions that another program wrote as a table: its columns are found by their names, or named by hand; rows that
 * cannot be read are left out and told.
 */
public final class ForeignTable {
    /** What a column holds. */
    public enum Column {
        /** The name of the sample; rows are numbered where there is none. */
        SAMPLE,
        /** Person or video. */
        GROUP,
        /** The truth. */
        LABEL,
        /** What the network said. */
        PREDICTED
    }

    /**
     * What is known of a table beside its content.
     *
     * @param columns the names of columns that are not found by themselves
     * @param classes what numbers mean, from the smallest number on; empty where the table has names
     * @param split that was predicted
     * @param resolution {@code native} or a number of pixels
     */
    public record Request(Map<Column, String> columns, List<String> classes, String split, Resolution resolution) {
        public Request {
            columns = Map.copyOf(columns);
            classes = List.copyOf(classes);
            // Refused before the table is read.
            PredictionsFile.name(split, resolution);
        }
    }

    /**
     * What was read.
     *
     * @param notes how the table was understood, and what was left out
     */
    public record Found(Predictions predictions, List<String> notes) {}

    private static final int MAX_TOLD = 10;
    private static final double SUM_TOLERANCE = 0.02;

    private final Path file;
    private final Request request;
    private final List<String> notes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private ForeignTable(Path file, Request request) {
        this.file = file;
        this.request = request;
    }

    /**
     * The columns of a table.
     *
     * @param names in their order
     * @param found which of them is which by its usual name
     */
    public record Header(List<String> names, Map<Column, String> found) {
        public Header {
            names = List.copyOf(names);
            found = Map.copyOf(found);
        }
    }

    /**
     * Looks at the columns of a table alone.
     *
     * @throws Problem if it cannot be read
     */
    public static Header header(Path file) {
        try {
            List<String> names = ForeignCsv.header(file);
            Map<Column, String> found = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                int place = UsualColumns.place(column, names);
                if (place >= 0) {
                    found.put(column, names.get(place));
                }
            }
            return new Header(names, found);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.input(Texts.of("results.the-table-cannot-be-read-save-it", file, e.getMessage()), e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws Problem if a column is missing, numbers have no meaning, or no row can be read
     */
    public static Found read(Path file, Request request) {
        try {
            if (Files.size(file) > PredictionsFile.MAX_BYTES) {
                throw Problem.input(Texts.of("results.the-table-is-larger-than-1-gb", file));
            }
            return new ForeignTable(file, request).found();
        } catch (CSVException e) {
            throw Problem.input(Texts.of("results.the-table-is-no-csv-file", file, e.getMessage()), e);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.input(Texts.of("results.the-table-cannot-be-read-save-it", file, e.getMessage()), e);
        }
    }

    private Found found() throws IOException {
        List<CSVRecord> rows = ForeignCsv.records(file);
        if (rows.size() < 2) {
            throw Problem.input(Texts.of("results.the-table-has-no-rows-the-first", file));
        }
        List<String> header = ForeignCsv.names(rows.get(0));
        Columns columns = columns(header);
        List<CSVRecord> body = whole(rows.subList(1, rows.size()), header.size());
        if (body.isEmpty()) {
            throw unreadable();
        }
        ClassNames names = ClassNames.of(file, columns, body, request.classes());
        notes.addAll(names.notes());
        List<Prediction> read = predictions(body, columns, names);
        if (read.isEmpty()) {
            throw Problem.input(Texts.of("results.no-row-of-the-table-can-be-read", file, leftOut.get(0)));
        }
        if (columns.probabilities().isEmpty()) {
            notes.add(Texts.of("results.the-table-has-no-probabilities"));
        }
        if (!leftOut.isEmpty()) {
            notes.add(Texts.of(
                    "results.left-out",
                    Texts.count("results.rows", leftOut.size()),
                    String.join("; ", leftOut.subList(0, Math.min(MAX_TOLD, leftOut.size()))),
                    leftOut.size() > MAX_TOLD ? "; ..." : ""));
        }
        return new Found(new Predictions(names.labels(), request.split(), request.resolution(), read), notes);
    }

    private Problem unreadable() {
        return Problem.input(Texts.of("results.no-row-of-the-table-can-be-read", file, leftOut.get(0)));
    }

    /**
     * Where each column stands; -1 where there is none.
     *
     * @param probabilities the places of the probabilities, each with the class as the table spells it
     */
    record Columns(int sample, int group, int label, int predicted, List<Probability> probabilities) {
        record Probability(int place, String name) {}
    }

    private Columns columns(List<String> header) {
        List<Columns.Probability> probabilities = new ArrayList<>();
        for (String prefix : List.of("p_", "prob_", "probability_")) {
            for (int i = 0; i < header.size() && probabilities.size() <= LabelSet.MOST_READABLE; i++) {
                String name = header.get(i);
                if (name.toLowerCase(Locale.ROOT).startsWith(prefix) && name.length() > prefix.length()) {
                    probabilities.add(new Columns.Probability(i, name.substring(prefix.length())));
                }
            }
        }
        int label = place(Column.LABEL, header);
        int predicted = place(Column.PREDICTED, header);
        if (label < 0) {
            throw missing(Column.LABEL, header);
        }
        if (predicted < 0 && probabilities.isEmpty()) {
            throw missing(Column.PREDICTED, header);
        }
        return new Columns(place(Column.SAMPLE, header), place(Column.GROUP, header), label, predicted, probabilities);
    }

    private int place(Column column, List<String> header) {
        String said = request.columns().get(column);
        if (said != null) {
            int place = header.indexOf(said);
            if (place < 0) {
                throw Problem.input(
                        Texts.of("results.the-table-has-no-column-it-has", file, said, String.join(", ", header)));
            }
            return place;
        }
        return UsualColumns.place(column, header);
    }

    private Problem missing(Column column, List<String> header) {
        String id = column.name().toLowerCase(Locale.ROOT);
        return Problem.input(Texts.of("results.no-column-of-the-table-is-known", file, id, String.join(", ", header)));
    }

    private List<CSVRecord> whole(List<CSVRecord> rows, int size) {
        List<CSVRecord> whole = new ArrayList<>();
        for (CSVRecord row : rows) {
            if (row.size() == size) {
                whole.add(row);
            } else {
                leftOut.add(Texts.of("results.has-values-under-columns", place(row), row.size(), size));
            }
        }
        return whole;
    }

    private static String place(CSVRecord row) {
        return "row " + (row.getRecordNumber() - 1);
    }

    private List<Prediction> predictions(List<CSVRecord> rows, Columns columns, ClassNames names) {
        List<Prediction> read = new ArrayList<>();
        Set<String> samples = new HashSet<>();
        for (CSVRecord row : rows) {
            String sample = columns.sample() < 0
                    ? place(row)
                    : row.get(columns.sample()).strip();
            Optional<String> why = sample.isEmpty()
                    ? Optional.of(Texts.of("results.has-a-sample-without-a-name"))
                    : add(row, sample, columns, names, read);
            if (why.isEmpty() && !samples.add(sample)) {
                read.remove(read.size() - 1);
                why = Optional.of(Texts.of("results.has-the-sample-a-second-time", sample));
            }
            why.ifPresent(reason -> leftOut.add(place(row) + " " + reason));
        }
        return read;
    }

    /** Adds a row, or says why not. */
    private static Optional<String> add(
            CSVRecord row, String sample, Columns columns, ClassNames names, List<Prediction> read) {
        int label = names.of(row.get(columns.label()));
        int said = columns.predicted() < 0 ? -1 : names.of(row.get(columns.predicted()));
        if (label < 0 || (columns.predicted() >= 0 && said < 0)) {
            return Optional.of(Texts.of("results.has-a-class-that-is-none"));
        }
        float[] probabilities = new float[names.labels().size()];
        if (columns.probabilities().isEmpty()) {
            probabilities[said] = 1;
        } else {
            double sum = 0;
            for (Columns.Probability column : columns.probabilities()) {
                double value = number(row.get(column.place()));
                if (!(value >= 0 && value <= 1)) {
                    return Optional.of(Texts.of("results.has-a-probability-that-is-not"));
                }
                probabilities[names.of(column.name())] = (float) value;
                sum += value;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                return Optional.of(Texts.of("results.has-probabilities-that-add-up-to", sum));
            }
        }
        int surest = IntStream.range(0, probabilities.length)
                .reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
        int predicted = said < 0 ? surest : said;
        if (probabilities[predicted] < probabilities[surest] - 1e-3f) {
            return Optional.of(Texts.of(
                    "results.calls-the-sample-but-finds-more",
                    names.labels().name(predicted),
                    names.labels().name(surest)));
        }
        String group = columns.group() < 0 ? "" : row.get(columns.group()).strip();
        read.add(new Prediction(sample, group, label, predicted, Arrays.copyOf(probabilities, probabilities.length)));
        return Optional.empty();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
