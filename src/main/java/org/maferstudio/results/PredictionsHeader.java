package org.maferstudio.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The header of a predictions file: its columns and classes. */
final class PredictionsHeader {
    private static final int MAX_CLASSES = 10_000;

    private final String where;
    private final Supplier<Optional<LabelSet>> known;
    private final Optional<SkippedRows> skippedRows;

    /**
     * Parses the header of a file.
     *
     * @param known the classes, in case the file does not name them
     * @param skippedRows collects what is missing and not required; empty if everything is required
     */
    PredictionsHeader(String where, Supplier<Optional<LabelSet>> known, Optional<SkippedRows> skippedRows) {
        this.where = where;
        this.known = known;
        this.skippedRows = skippedRows;
    }

    /** The index of each column; -1 if it is missing. */
    record Columns(
            int size,
            int sample,
            int group,
            int label,
            int predicted,
            List<Integer> classes,
            Classes names,
            List<ValueColumns> values) {
        LabelSet labels() {
            return names.labels();
        }
    }

    /** The columns of a value; that of its labels is -1 if it is missing. */
    record ValueColumns(String name, int predicted, int label) {}

    /** The classes, and their numbers by name: a map, since there may be thousands. */
    record Classes(LabelSet labels, Map<String, Integer> numbers) {
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

    /**
     * Finds the columns by their names.
     *
     * @throws Problem if a required column is missing
     */
    Columns columns(List<String> record) {
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
        if (skippedRows.isPresent() && !abridged) {
            Optional<LabelSet> answersOnly = answersOnly(places, names);
            if (answersOnly.isPresent()) {
                return columns(record, places, List.of(), answersOnly.get());
            }
        }
        boolean sampled = places.containsKey("sample") || skippedRows.isPresent();
        if (!sampled || !places.containsKey("label") || (names.isEmpty() && !abridged)) {
            throw Problem.input(Texts.of("results.predictions.error.missingColumn", where));
        }
        if (new HashSet<>(names).size() != names.size() || names.size() > MAX_CLASSES) {
            throw Problem.input(Texts.of("results.predictions.error.repeatedClass", where, MAX_CLASSES));
        }
        return abridged
                ? columns(record, places, List.of(places.get(PredictionsFile.CONFIDENCE)), manyClasses())
                : columns(record, places, classes, new LabelSet(names));
    }

    private Columns columns(List<String> record, Map<String, Integer> places, List<Integer> classes, LabelSet labels) {
        if (!places.containsKey("sample")) {
            skippedRows.ifPresent(all -> all.add(Texts.of("results.predictions.skipped.noSampleColumn")));
        }
        return new Columns(
                record.size(),
                places.getOrDefault("sample", -1),
                places.getOrDefault("group", -1),
                places.get("label"),
                places.getOrDefault("predicted", -1),
                List.copyOf(classes),
                Classes.of(labels),
                values(places));
    }

    private static List<ValueColumns> values(Map<String, Integer> places) {
        return places.entrySet().stream()
                .filter(column -> column.getKey().startsWith(PredictionsFile.VALUE))
                .sorted(Map.Entry.comparingByValue())
                .map(column -> {
                    String name = column.getKey().substring(PredictionsFile.VALUE.length());
                    int label = places.getOrDefault(PredictionsFile.VALUE_LABEL + name, -1);
                    return new ValueColumns(name, column.getValue(), label);
                })
                .toList();
    }

    /** The classes of a damaged file without all probability columns, if its predictions can still be read. */
    private Optional<LabelSet> answersOnly(Map<String, Integer> places, List<String> names) {
        if (!places.containsKey("label") || !places.containsKey("predicted")) {
            return Optional.empty();
        }
        Optional<LabelSet> labels = known.get().filter(all -> !all.isMany());
        List<String> missing = labels.map(LabelSet::names).orElse(List.of()).stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        skippedRows
                .orElseThrow()
                .add(Texts.of("results.predictions.skipped.noProbabilities", String.join(", p_", missing)));
        return labels;
    }

    private LabelSet manyClasses() {
        return known.get()
                .filter(LabelSet::isMany)
                .orElseThrow(() -> Problem.input(
                        Texts.of("results.predictions.error.classNamesUnknown", where, LabelSet.MOST_READABLE)));
    }
}
