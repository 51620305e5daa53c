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
 * Predictions that another program wrote as a table: its columns are found by their names, or named by hand; rows that
 * cannot be read are refused, or left out and reported.
 */
public final class ImportedPredictions {
    private ImportedPredictions() {}

    /** What a column holds. */
    public enum Column {
        /** The name of the sample; rows are numbered where there is none. */
        SAMPLE,
        /** Person or video. */
        GROUP,
        /** The true class. */
        LABEL,
        /** What the network predicted. */
        PREDICTED
    }

    /** What the numbers by class are. */
    public enum Scores {
        /** Found out from the numbers. */
        AUTO,
        /** From 0 to 1, together 1. */
        PROBABILITIES,
        /** From 0 to 100, together 100. */
        PERCENT,
        /** Any numbers: the softmax makes probabilities of them. */
        LOGITS,
        /** Not to be used but for the largest. */
        NONE
    }

    /** What becomes of rows that cannot be read. */
    public enum Unreadable {
        /** More than 1 % of them are a problem. */
        REFUSE,
        /** They are left out, however many there are. */
        LEAVE_OUT
    }

    /**
     * What is specified about a table in addition to its content.
     *
     * @param columns the names of columns that are not found by themselves
     * @param classes what numbers mean, from the smallest number on; empty where the table has names
     * @param scores what the numbers by class are
     * @param unreadable what becomes of rows that cannot be read
     * @param split that was predicted
     * @param resolution of the images that the network saw
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
            // Refused before the table is read.
            PredictionsFile.name(split, resolution);
        }
    }

    /**
     * What was read.
     *
     * @param notes how the table was understood, and what was left out
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

    /** Ends the walk through a file. */
    private static final class FirstRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FirstRow() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads a table.
     *
     * @throws Problem if a column is missing, numbers have no meaning, or too many rows cannot be read
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
