package org.maferstudio.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The rows of a csv, one line each, read as a stream: a table of 300 MB is never held whole.
 *
 * <p>Fields may be quoted; a line break inside a field ends the row. Names of columns are stripped and in lower case.
 */
final class CsvRows implements AutoCloseable {
    /** The longest line, in characters: FER2013's rows have up to 9,300. */
    private static final int MAX_LINE = 4 << 20;

    private final BufferedReader in;
    private final String table;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> row = List.of();
    private long characters;
    private int number = -1;

    /** Reads the header; the stream is closed with this. */
    CsvRows(InputStream stream, String table) {
        this.in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.table = table;
        String header = line();
        List<String> names =
                header == null ? List.of() : split(header.startsWith("\ufeff") ? header.substring(1) : header);
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    /** Whether the header names all of these columns. */
    boolean has(String... names) {
        return columns.keySet().containsAll(List.of(names));
    }

    /** Goes to the next row that is not blank; false at the end. */
    boolean next() {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        if (line == null) {
            return false;
        }
        row = split(line);
        number++;
        return true;
    }

    /** The number of this row, 0 for the first after the header. */
    int number() {
        return number;
    }

    /** Roughly how many bytes were read so far. */
    long position() {
        return characters;
    }

    /** A field of this row, stripped; empty if the row is too short or the column is not there. */
    String field(String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == end && !fill()) {
                return line.isEmpty() ? null : line.toString();
            }
            int start = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.append(buffer, start, position - start);
            if (line.length() > MAX_LINE) {
                throw Problem.input(Texts.of("datasets.the-table-has-a-line-of-more", table, MAX_LINE, place()));
            }
            if (position < end) {
                position++;
                if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                    line.setLength(line.length() - 1);
                }
                return line.toString();
            }
        }
    }

    private boolean fill() {
        try {
            position = 0;
            end = Math.max(0, in.read(buffer));
            characters += end;
            return end > 0;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String place() {
        return number < 0 ? Texts.of("datasets.at-its-beginning") : Texts.of("datasets.after-row", number);
    }

    private Problem unreadable(IOException cause) {
        return Problem.input(Texts.of("datasets.the-table-cannot-be-read", table, place(), cause.getMessage()), cause);
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            if (start < line.length() && line.charAt(start) == '"') {
                StringBuilder field = new StringBuilder();
                start = quoted(line, start + 1, field);
                fields.add(field.toString());
            } else {
                int comma = line.indexOf(',', start);
                int stop = comma < 0 ? line.length() : comma;
                fields.add(line.substring(start, stop));
                start = stop + 1;
            }
        }
        return fields;
    }

    /** Takes a quoted field in and returns where the next one starts. */
    private static int quoted(String line, int start, StringBuilder field) {
        int i = start;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else if (c == '"') {
                break;
            }
            field.append(c);
            i++;
        }
        int comma = line.indexOf(',', i);
        return comma < 0 ? line.length() + 1 : comma + 1;
    }
}
