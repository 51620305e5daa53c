package org.maferstudio.results;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;

/**
 * Reads rows of predictions: columns in any order, unknown ones ignored, {@code group} and {@code predicted} may be
 * missing; all else is checked.
 */
final class PredictionsParser {
    private static final int MAX_ROWS = 5_000_000;
    private static final int MAX_CLASSES = 10_000;
    /** Files of others round their probabilities. */
    private static final double SUM_TOLERANCE = 0.02;

    private static final float RANK_TOLERANCE = 1e-3f;

    private final String where;
    private final Supplier<Optional<LabelSet>> known;

    /** A parser of a file; {@code known} are the classes, should the file not say them. */
    PredictionsParser(String where, Supplier<Optional<LabelSet>> known) {
        this.where = where;
        this.known = known;
    }

    Predictions read(Reader reader, String split, String resolution) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = format.parse(reader)) {
            return rows(parser, split, resolution);
        } catch (CSVException e) {
            throw Problem.input("The predictions " + where + " are no csv file: " + e.getMessage() + ".", e);
        } catch (UncheckedIOException e) {
            throw Problem.input(
                    "The predictions " + where + " are no csv file: "
                            + e.getCause().getMessage() + ".",
                    e);
        }
    }

    private Predictions rows(CSVParser parser, String split, String resolution) {
        Columns columns = null;
        List<Prediction> rows = new ArrayList<>();
        Set<String> samples = new HashSet<>();
        for (CSVRecord record : parser) {
            if (columns == null) {
                columns = header(record);
                continue;
            }
            if (rows.size() == MAX_ROWS) {
                throw wrong(parser, "there are more than " + String.format(Locale.ROOT, "%,d", MAX_ROWS) + " rows");
            }
            Prediction row = row(parser, columns, record);
            if (!samples.add(row.sample())) {
                throw wrong(parser, "the sample " + row.sample() + " stands there a second time");
            }
            rows.add(row);
        }
        if (columns == null) {
            throw Problem.input("The predictions " + where
                    + " are empty. The first line is sample,group,label,predicted,p_<class>...");
        }
        return new Predictions(columns.labels(), split, resolution, rows);
    }

    /** Where each column stands; -1 if it is missing. */
    private record Columns(
            int size, int sample, int group, int label, int predicted, List<Integer> classes, Classes names) {
        LabelSet labels() {
            return names.labels();
        }
    }

    /** The classes, and their numbers by name: of thousands, nobody looks a name up in a list. */
    private record Classes(LabelSet labels, Map<String, Integer> numbers) {
        static Classes of(LabelSet labels) {
            Map<String, Integer> numbers = new HashMap<>();
            labels.names().forEach(name -> numbers.put(name, numbers.size()));
            return new Classes(labels, numbers);
        }

        /** -1 if there is no such class. */
        int indexOf(String name) {
            return numbers.getOrDefault(name, -1);
        }
    }

    private Columns header(CSVRecord record) {
        Map<String, Integer> places = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            String name = record.get(i).replace("\uFEFF", "").strip();
            places.putIfAbsent(name, i);
            if (name.startsWith("p_") && name.length() > 2) {
                names.add(name.substring(2));
                classes.add(i);
            }
        }
        boolean abridged =
                names.isEmpty() && places.containsKey(PredictionsFile.CONFIDENCE) && places.containsKey("predicted");
        if (!places.containsKey("sample") || !places.containsKey("label") || (names.isEmpty() && !abridged)) {
            throw Problem.input("The predictions " + where + " miss a column. The first line is"
                    + " sample,group,label,predicted,p_<class>..., with one p_ column a class.");
        }
        if (new HashSet<>(names).size() != names.size() || names.size() > MAX_CLASSES) {
            throw Problem.input("The predictions " + where + " name a class twice, or more than " + MAX_CLASSES
                    + " classes. The first line has one p_ column a class.");
        }
        return new Columns(
                record.size(),
                places.get("sample"),
                places.getOrDefault("group", -1),
                places.get("label"),
                places.getOrDefault("predicted", -1),
                abridged ? List.of(places.get(PredictionsFile.CONFIDENCE)) : List.copyOf(classes),
                Classes.of(abridged ? manyClasses() : new LabelSet(names)));
    }

    private LabelSet manyClasses() {
        return known.get()
                .filter(LabelSet::isMany)
                .orElseThrow(() -> Problem.input("The predictions " + where + " have one confidence for more than "
                        + LabelSet.MOST_READABLE + " classes, whose names only their experiment knows. Open them where "
                        + "they lie in their experiment."));
    }

    private Prediction row(CSVParser parser, Columns columns, CSVRecord record) {
        if (record.size() != columns.size()) {
            throw wrong(parser, "there are " + record.size() + " values under " + columns.size() + " columns");
        }
        String sample = record.get(columns.sample());
        if (sample.isBlank()) {
            throw wrong(parser, "the sample has no name");
        }
        String group = columns.group() < 0 ? "" : record.get(columns.group());
        int label = label(parser, columns.names(), record.get(columns.label()));
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
        if (probabilities[predicted] < probabilities[largest] - RANK_TOLERANCE) {
            throw wrong(
                    parser,
                    columns.labels().name(predicted) + " is said to be predicted, but "
                            + columns.labels().name(largest) + " has the largest probability");
        }
        return new Prediction(sample, group, label, predicted, Prediction.kept(probabilities, predicted));
    }

    private int label(CSVParser parser, Classes classes, String name) {
        int label = classes.indexOf(name.strip());
        if (label < 0) {
            String why = classes.labels().isMany() ? "is none of the experiment's" : "has no p_ column";
            throw wrong(parser, "the class \"" + abridged(name) + "\" " + why);
        }
        return label;
    }

    private float[] probabilities(CSVParser parser, List<Integer> columns, CSVRecord record) {
        float[] probabilities = new float[columns.size()];
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            probabilities[i] = probability(parser, record.get(columns.get(i)));
            sum += probabilities[i];
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw wrong(
                    parser, "the probabilities add up to " + String.format(Locale.ROOT, "%.3f", sum) + " instead of 1");
        }
        return probabilities;
    }

    private float probability(CSVParser parser, String text) {
        float probability;
        try {
            probability = Float.parseFloat(text);
        } catch (NumberFormatException e) {
            throw wrong(parser, "\"" + abridged(text) + "\" is no probability");
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw wrong(parser, "a probability lies between 0 and 1, not " + text);
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

    private Problem wrong(CSVParser parser, String what) {
        return Problem.input("Line " + parser.getCurrentLineNumber() + " of the predictions " + where + ": " + what
                + ". Evaluate again, or mend the file.");
    }
}
