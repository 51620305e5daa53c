package org.maferstudio.results.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Imports a table of predictions of another program. Columns are recognised by their names, or assigned by the user;
 * rows that cannot be read are an error, or are skipped and reported.
 */
public final class ImportedPredictions {
    private ImportedPredictions() {}

    /** The meaning of a column. */
    public enum Column {
        /** The name of the sample; without it, rows are numbered. */
        SAMPLE,
        /** Person or video. */
        GROUP,
        /** The true class. */
        LABEL,
        /** The predicted class. */
        PREDICTED
    }

    /** The kind of scores. */
    public enum Scores {
        /** Detected from the values. */
        AUTO,
        /** Probabilities from 0 to 1 with sum 1. */
        PROBABILITIES,
        /** Percentages from 0 to 100 with sum 100. */
        PERCENT,
        /** Any numbers, converted to probabilities by the softmax. */
        LOGITS,
        /** Used only to find the largest. */
        NONE
    }

    /** How to handle rows that cannot be read. */
    public enum Unreadable {
        /** More than 1 % of them are an error. */
        REFUSE,
        /** They are always skipped. */
        LEAVE_OUT
    }

    /**
     * What the user specifies about a table.
     *
     * @param columns the names of columns that are not recognised
     * @param classes class names in numeric order; empty if the table has names
     * @param scores the kind of scores
     * @param unreadable how to handle rows that cannot be read
     * @param split that was predicted
     * @param resolution of the network's input images
     */
    public record Request(
            Map<Column, String> columns,
            List<String> classes,
            Scores scores,
            Unreadable unreadable,
            String split,
            Resolution resolution) {
        public Request {
            columns = Map.copyOf(columns);
            classes = List.copyOf(classes);
            // Rejected before the table is read.
            PredictionsFile.name(split, resolution);
        }
    }

    /**
     * The result of an import.
     *
     * @param notes how the table was interpreted, and what was skipped
     */
    public record Found(Predictions predictions, List<String> notes) {
        public Found {
            notes = List.copyOf(notes);
        }
    }

    /**
     * The columns of a table.
     *
     * @param names in their order
     * @param found the columns recognised by name
     */
    public record Header(List<String> names, Map<Column, String> found) {
        public Header {
            names = List.copyOf(names);
            found = Map.copyOf(found);
        }
    }

    /**
     * Reads only the columns of a table.
     *
     * @throws Problem if it cannot be read
     */
    public static Header header(Path file) {
        return ImportFile.reading(file, () -> {
            List<String> names = names(file);
            Map<Column, String> found = new EnumMap<>(Column.class);
            for (Column column : Column.values()) {
                int place = UsualColumns.place(column, names);
                if (place >= 0) {
                    found.put(column, names.get(place));
                }
            }
            return new Header(names, found);
        });
    }

    private static List<String> names(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            ImportFile.open(file).forEach(row -> {
                names.addAll(row);
                throw new FirstRow();
            });
        } catch (FirstRow e) {
            return names;
        }
        return names;
    }

    /** Stops reading a file. */
    private static final class FirstRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FirstRow() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads a table.
     *
     * @throws Problem if a column is missing, class numbers are ambiguous, or too many rows cannot be read
     */
    public static Found read(Path file, Request request) {
        return ImportFile.reading(file, () -> {
            ImportFile table = ImportFile.open(file);
            TableSurvey survey = new TableSurvey(file, request);
            table.forEach(survey::add);
            if (survey.isEmpty()) {
                throw Problem.input(Texts.of("results.importPredictions.error.empty", file));
            }
            TableReader reader = new TableReader(file, request, survey);
            table.forEach(reader::add);
            return reader.found();
        });
    }
}
