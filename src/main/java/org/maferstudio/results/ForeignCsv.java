package org.maferstudio.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Tables of other programs, whatever parts their columns. */
final class ForeignCsv {
    private static final int MAX_ROWS = 5_000_000;

    private ForeignCsv() {}

    /** The names of the columns; none for an empty file. */
    static List<String> header(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format(file).parse(reader)) {
            Iterator<CSVRecord> rows = parser.iterator();
            return rows.hasNext() ? names(rows.next()) : List.of();
        }
    }

    /** The names of columns in the first row. */
    static List<String> names(CSVRecord first) {
        return first.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    private static CSVFormat format(Path file) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(file))
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** All rows, the first with the names of the columns. */
    static List<CSVRecord> records(Path file) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format(file).parse(reader)) {
            for (CSVRecord row : parser) {
                if (rows.size() > MAX_ROWS) {
                    throw Problem.input(Texts.of("results.the-table-has-more-than-5-000", file));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Comma, semicolon or tab: what the first line has most of. */
    private static char delimiter(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(1 << 16);
        }
        String line =
                new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(each -> each == c).count();
    }
}
