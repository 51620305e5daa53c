package org.maferstudio.results.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** A table as text whose cells are separated by commas, semicolons, tabs, bars or blanks. */
record CsvTable(Path file) implements ImportFile {
    private static final int LONGEST_LINE = 1 << 20;

    @Override
    public void forEach(Consumer<List<String>> row) throws IOException {
        try (BufferedReader reader = TextFile.open(file)) {
            reader.mark(LONGEST_LINE + 1);
            String first = firstLine(reader);
            while (isComment(first)) {
                reader.mark(LONGEST_LINE + 1);
                first = firstLine(reader);
            }
            boolean declared = first.matches("(?i)\"?sep=.\"?");
            char delimiter =
                    declared ? first.charAt(first.toLowerCase(Locale.ROOT).indexOf('=') + 1) : of(first);
            if (!declared) {
                reader.reset();
            }
            int[] rows = {0};
            Consumer<List<String>> counted = cells -> {
                if (rows[0]++ > MAX_ROWS) {
                    throw Problem.input(Texts.of("results.imports.error.tooManyRows", file));
                }
                row.accept(rows[0] == 1 ? header(cells) : cells);
            };
            if (delimiter == ' ') {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (!line.isBlank()) {
                        counted.accept(Arrays.asList(line.strip().split("\\s+")));
                    }
                }
            } else {
                parse(reader, delimiter, counted);
            }
        }
    }

    private static void parse(BufferedReader reader, char delimiter, Consumer<List<String>> row) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = format.parse(reader)) {
            for (CSVRecord each : parser) {
                String[] cells = each.values();
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cells[i].strip();
                }
                row.accept(Arrays.asList(cells));
            }
        }
    }

    /** NumPy writes names after a number sign. */
    private static List<String> header(List<String> cells) {
        cells.set(0, cells.get(0).replaceFirst("^#\\s*", ""));
        return cells;
    }

    /** A title above the column names; these may follow a number sign as well. */
    private static boolean isComment(String line) {
        return line.startsWith("#")
                && line.matches("[^,;\\t|]*")
                && UsualColumns.place(
                                ImportedPredictions.Column.LABEL,
                                Arrays.asList(line.substring(1).strip().split("\\s+")))
                        < 0;
    }

    private String firstLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && !(c == '\n' && !line.toString().isBlank()); c = reader.read()) {
            line.append((char) c);
            if (line.length() >= LONGEST_LINE) {
                throw Problem.input(Texts.of("results.imports.error.noTable", file));
            }
        }
        if (line.indexOf("\0") >= 0) {
            throw Problem.input(Texts.of("results.imports.error.noTable", file));
        }
        return line.toString().strip();
    }

    /** The most frequent separator of a line outside quotes; a blank if there is none. */
    static char of(String line) {
        String bare = line.replaceAll("\"[^\"]*\"", "");
        char best = ' ';
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            if (count(bare, candidate) > (best == ' ' ? 0 : count(bare, best))) {
                best = candidate;
            }
        }
        return best == ' ' && bare.strip().split("\\s+").length < 2 ? ',' : best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }
}
