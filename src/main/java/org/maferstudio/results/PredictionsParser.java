package org.maferstudio.results;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final List<Prediction> alike;

    /** A strict parser of a file; {@code known} are the classes, in case the file does not name them. */
    PredictionsParser(String where, Supplier<Optional<LabelSet>> known) {
        this(where, known, Optional.empty(), List.of());
    }

    /**
     * A parser of a file that may be damaged, which continues after invalid rows.
     *
     * @param alike predictions of the same samples, probably in the same order, whose names are shared; may be empty
     */
    PredictionsParser(
            String where, Supplier<Optional<LabelSet>> known, SkippedRows skippedRows, List<Prediction> alike) {
        this(where, known, Optional.of(skippedRows), alike);
    }

    private PredictionsParser(
            String where,
            Supplier<Optional<LabelSet>> known,
            Optional<SkippedRows> skippedRows,
            List<Prediction> alike) {
        this.alike = alike;
        this.where = where;
        this.header = new PredictionsHeader(where, known, skippedRows);
        this.skippedRows = skippedRows;
    }

    Predictions read(Reader reader, String split, Resolution resolution) throws IOException {
        CsvScanner csv = new CsvScanner(reader);
        if (!next(csv)) {
            throw Problem.input(Texts.of("results.predictions.error.empty", where));
        }
        PredictionsHeader.Columns columns = header.columns(csv.texts());
        List<Prediction> rows = new ArrayList<>();
        SampleNames samples = new SampleNames(alike);
        while (next(csv)) {
            add(csv, columns, rows, samples);
        }
        List<String> values = columns.values().stream()
                .map(PredictionsHeader.ValueColumns::name)
                .toList();
        return new Predictions(columns.labels(), split, resolution, rows, values);
    }

    /** Goes to the next record; false at the end, which is where a damaged file is no CSV any more. */
    private boolean next(CsvScanner csv) throws IOException {
        try {
            return csv.next();
        } catch (CsvScanner.NoCsv e) {
            if (csv.number() == 0 || skippedRows.isEmpty()) {
                throw Problem.input(Texts.of("results.predictions.error.notCsv", where, e.getMessage()), e);
            }
            skippedRows.get().add(csv.line(), Texts.of("results.predictions.row.openQuote"));
            return false;
        }
    }

    private void add(CsvScanner csv, PredictionsHeader.Columns columns, List<Prediction> rows, SampleNames samples) {
        if (rows.size() == MAX_ROWS) {
            throw Problem.input(Texts.of("results.predictions.error.tooManyRows", where, MAX_ROWS));
        }
        try {
            Prediction row = row(csv, columns, samples);
            Prediction valued = columns.values().isEmpty() ? row : row.with(values(csv, columns.values()));
            if (!samples.add(row)) {
                throw wrong(csv, Texts.of("results.predictions.row.repeatedSample", row.sample()));
            }
            rows.add(valued);
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

    private Prediction row(CsvScanner csv, PredictionsHeader.Columns columns, SampleNames samples) {
        if (csv.size() != columns.size()) {
            throw wrong(csv, Texts.of("results.predictions.row.valueCount", csv.size(), columns.size()));
        }
        String sample = columns.sample() < 0 ? "row " + (csv.number() - 1) : samples.read(csv, columns.sample());
        if (sample.isBlank()) {
            throw wrong(csv, Texts.of("results.predictions.row.noSampleName"));
        }
        String group = columns.group() < 0 ? "" : csv.text(columns.group());
        int label = label(csv, columns.names(), columns.label());
        if (columns.predicted() >= 0 && columns.classes().stream().allMatch(csv::isBlank)) {
            int predicted = label(csv, columns.names(), columns.predicted());
            return Prediction.withoutProbabilities(sample, group, label, predicted);
        }
        if (columns.labels().isMany() && columns.classes().size() == 1) {
            int called = label(csv, columns.names(), columns.predicted());
            float[] confidence = {probability(csv, columns.classes().get(0))};
            return new Prediction(sample, group, label, called, confidence);
        }
        float[] probabilities = probabilities(csv, columns.classes());
        int predicted =
                columns.predicted() < 0 ? largest(probabilities) : label(csv, columns.names(), columns.predicted());
        return new Prediction(sample, group, label, predicted, Prediction.stored(probabilities, predicted));
    }

    private static int label(CsvScanner csv, PredictionsHeader.Classes classes, int field) {
        List<String> names = classes.labels().names();
        // Comparing a few names is faster than making a string of the field.
        for (int i = 0; i < names.size() && !classes.labels().isMany(); i++) {
            if (csv.is(field, names.get(i))) {
                return i;
            }
        }
        String name = csv.text(field);
        int label = classes.indexOf(name.strip());
        if (label < 0) {
            throw wrong(
                    csv,
                    classes.labels().isMany()
                            ? Texts.of("results.predictions.row.unknownClass", abridged(name))
                            : Texts.of("results.predictions.row.classWithoutColumn", abridged(name)));
        }
        return label;
    }

    private static float[] probabilities(CsvScanner csv, List<Integer> columns) {
        float[] probabilities = new float[columns.size()];
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probability(csv, columns.get(i));
            sum += probabilities[i];
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw wrong(csv, Texts.of("results.predictions.row.probabilitySum", Numbers.fixed(sum, 3)));
        }
        return probabilities;
    }

    private static SampleValues values(CsvScanner csv, List<PredictionsHeader.ValueColumns> columns) {
        float[] predicted = new float[columns.size()];
        float[] labels = new float[columns.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = value(csv, columns.get(i).predicted());
            int label = columns.get(i).label();
            labels[i] = label < 0 ? Float.NaN : value(csv, label);
        }
        return new SampleValues(predicted, labels);
    }

    /** A value; NaN where it is not known. */
    private static float value(CsvScanner csv, int field) {
        return csv.isBlank(field) ? Float.NaN : number(csv, field);
    }

    private static float number(CsvScanner csv, int field) {
        try {
            return csv.number(field);
        } catch (NumberFormatException e) {
            throw wrong(csv, Texts.of("results.predictions.row.notANumber", abridged(csv.text(field))));
        }
    }

    private static float probability(CsvScanner csv, int field) {
        float probability = number(csv, field);
        if (!(probability >= 0 && probability <= 1)) {
            throw wrong(csv, Texts.of("results.predictions.row.probabilityRange", csv.text(field)));
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

    private static Unreadable wrong(CsvScanner csv, String what) {
        return new Unreadable(csv.line(), what);
    }
}
