package org.maferstudio.results;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Parses rows of predictions. Columns may be in any order, unknown ones are ignored, and {@code group} and {@code
 * predicted} may be missing; everything else is checked. An invalid row is a problem, or is skipped if {@link
 * SkippedRows} are collected.
 */
final class PredictionsParser {
    private static final int MAX_ROWS = 5_000_000;
    /** Other programs round their probabilities. */
    private static final double SUM_TOLERANCE = 0.02;

    private final String where;
    private final PredictionsHeader header;
    private final Optional<SkippedRows> skippedRows;

    /** A strict parser of a file; {@code known} are the classes, in case the file does not name them. */
    PredictionsParser(String where, Supplier<Optional<LabelSet>> known) {
        this(where, known, Optional.empty());
    }

    /** A parser of a file that may be damaged, which continues after invalid rows. */
    PredictionsParser(String where, Supplier<Optional<LabelSet>> known, SkippedRows skippedRows) {
        this(where, known, Optional.of(skippedRows));
    }

    private PredictionsParser(String where, Supplier<Optional<LabelSet>> known, Optional<SkippedRows> skippedRows) {
        this.where = where;
        this.header = new PredictionsHeader(where, known, skippedRows);
        this.skippedRows = skippedRows;
    }

    Predictions read(Reader reader, String split, Resolution resolution) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = format.parse(reader)) {
            return rows(parser, split, resolution);
        } catch (CSVException e) {
            throw Problem.input(Texts.of("results.predictions.error.notCsv", where, e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw Problem.input(
                    Texts.of(
                            "results.predictions.error.notCsv",
                            where,
                            e.getCause().getMessage()),
                    e);
        }
    }

    private Predictions rows(CSVParser parser, String split, Resolution resolution) {
        PredictionsHeader.Columns columns = null;
        List<Prediction> rows = new ArrayList<>();
        Set<String> samples = new HashSet<>();
        try {
            for (CSVRecord record : parser) {
                if (columns == null) {
                    columns = header.columns(record);
                } else {
                    add(parser, columns, record, rows, samples);
                }
            }
        } catch (UncheckedIOException e) {
            if (columns == null || skippedRows.isEmpty()) {
                throw e;
            }
            skippedRows.get().add(parser.getCurrentLineNumber(), Texts.of("results.predictions.row.openQuote"));
        }
        if (columns == null) {
            throw Problem.input(Texts.of("results.predictions.error.empty", where));
        }
        List<String> values = columns.values().stream()
                .map(PredictionsHeader.ValueColumns::name)
                .toList();
        return new Predictions(columns.labels(), split, resolution, rows, values);
    }

    private void add(
            CSVParser parser,
            PredictionsHeader.Columns columns,
            CSVRecord record,
            List<Prediction> rows,
            Set<String> samples) {
        if (rows.size() == MAX_ROWS) {
            throw Problem.input(Texts.of("results.predictions.error.tooManyRows", where, MAX_ROWS));
        }
        try {
            Prediction row = row(parser, columns, record).with(values(parser, columns.values(), record));
            if (!samples.add(row.sample())) {
                throw wrong(parser, Texts.of("results.predictions.row.repeatedSample", row.sample()));
            }
            rows.add(row);
        } catch (Unreadable e) {
            skippedRows
                    .orElseThrow(() ->
                            Problem.input(Texts.of("results.predictions.error.line", e.line, where, e.getMessage())))
                    .add(e.line, e.getMessage());
        }
    }

    /** An invalid row. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long line;

        Unreadable(long line, String what) {
            // Without stack trace, because there may be one per row and it is never used.
            super(what, null, false, false);
            this.line = line;
        }
    }

    private Prediction row(CSVParser parser, PredictionsHeader.Columns columns, CSVRecord record) {
        if (record.size() != columns.size()) {
            throw wrong(parser, Texts.of("results.predictions.row.valueCount", record.size(), columns.size()));
        }
        String sample = columns.sample() < 0 ? "row " + (record.getRecordNumber() - 1) : record.get(columns.sample());
        if (sample.isBlank()) {
            throw wrong(parser, Texts.of("results.predictions.row.noSampleName"));
        }
        String group = columns.group() < 0 ? "" : record.get(columns.group());
        int label = label(parser, columns.names(), record.get(columns.label()));
        if (columns.predicted() >= 0
                && columns.classes().stream().allMatch(i -> record.get(i).isBlank())) {
            int predicted = label(parser, columns.names(), record.get(columns.predicted()));
            return Prediction.withoutProbabilities(sample, group, label, predicted);
        }
        if (columns.labels().isMany() && columns.classes().size() == 1) {
            int called = label(parser, columns.names(), record.get(columns.predicted()));
            float[] confidence = {
                probability(parser, record.get(columns.classes().get(0)))
            };
            return new Prediction(sample, group, label, called, confidence);
        }
        float[] probabilities = probabilities(parser, columns.classes(), record);
        int largest = largest(probabilities);
        int predicted =
                columns.predicted() < 0 ? largest : label(parser, columns.names(), record.get(columns.predicted()));
        return new Prediction(sample, group, label, predicted, Prediction.stored(probabilities, predicted));
    }

    private int label(CSVParser parser, PredictionsHeader.Classes classes, String name) {
        int label = classes.indexOf(name.strip());
        if (label < 0) {
            throw wrong(
                    parser,
                    classes.labels().isMany()
                            ? Texts.of("results.predictions.row.unknownClass", abridged(name))
                            : Texts.of("results.predictions.row.classWithoutColumn", abridged(name)));
        }
        return label;
    }

    private static float[] probabilities(CSVParser parser, List<Integer> columns, CSVRecord record) {
        float[] probabilities = new float[columns.size()];
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            probabilities[i] = probability(parser, record.get(columns.get(i)));
            sum += probabilities[i];
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw wrong(parser, Texts.of("results.predictions.row.probabilitySum", Numbers.fixed(sum, 3)));
        }
        return probabilities;
    }

    private static SampleValues values(
            CSVParser parser, List<PredictionsHeader.ValueColumns> columns, CSVRecord record) {
        if (columns.isEmpty()) {
            return SampleValues.NONE;
        }
        float[] predicted = new float[columns.size()];
        float[] labels = new float[columns.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = value(parser, record.get(columns.get(i).predicted()));
            int label = columns.get(i).label();
            labels[i] = label < 0 ? Float.NaN : value(parser, record.get(label));
        }
        return new SampleValues(predicted, labels);
    }

    /** A value; NaN where it is not known. */
    private static float value(CSVParser parser, String text) {
        return text.isBlank() ? Float.NaN : number(parser, text);
    }

    private static float number(CSVParser parser, String text) {
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw wrong(parser, Texts.of("results.predictions.row.notANumber", abridged(text)));
        }
    }

    private static float probability(CSVParser parser, String text) {
        float probability = number(parser, text);
        if (!(probability >= 0 && probability <= 1)) {
            throw wrong(parser, Texts.of("results.predictions.row.probabilityRange", text));
        }
        return probability;
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static Unreadable wrong(CSVParser parser, String what) {
        return new Unreadable(parser.getCurrentLineNumber(), what);
    }
}
