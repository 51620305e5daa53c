package org.maferstudio.datasets.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Reads the rows of a csv file, one line each, as a stream, because tables can have 300 MB.
 *
 * <p>The delimiter is the most frequent one of comma, semicolon, tab and bar in the header. The text is UTF-8, UTF-16
 * with a byte order mark, or otherwise Windows-1252. Fields may be quoted; a line break in a field ends the row. Column
 * names are trimmed and in lower case.
 */
public final class CsvRows implements AutoCloseable {
    /** Maximum length of a line in characters; FER2013's rows have up to 9,300. */
    private static final int MAX_LINE = 4 << 20;

    private static final int BYTES_LOOKED_AT = 1 << 16;

    private final BufferedReader in;
    private final String table;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    private final char delimiter;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private List<String> row = List.of();
    private long characters;
    private int number = -1;
    private int lines;

    /** Reads the header; the stream is closed with this. */
    public CsvRows(InputStream stream, String table) {
        this.table = table;
        this.in = decoded(stream);
        String header = line();
        String names = header == null ? "" : header.startsWith("\ufeff") ? header.substring(1) : header;
        this.delimiter = delimiter(names);
        name(split(names));
    }

    /** Reads rows without a header, separated by commas; the stream is closed with this. */
    public CsvRows(InputStream stream, String table, List<String> names) {
        this.table = table;
        this.in = decoded(stream);
        this.delimiter = ',';
        name(names);
    }

    private void name(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
    }

    /** The names of the columns, in their order. */
    public Set<String> columns() {
        return Collections.unmodifiableSet(columns.keySet());
    }

    /** Whether the header names all of these columns. */
    public boolean has(String... names) {
        return columns.keySet().containsAll(List.of(names));
    }

    /** Moves to the next row that is not blank; returns false at the end. */
    public boolean next() {
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

    /** The line number of this row in the file, from 1. */
    public int lineNumber() {
        return lines;
    }

    /** The number of fields of this row. */
    public int size() {
        return row.size();
    }

    /** The number of this row, 0 for the first after the header. */
    public int number() {
        return number;
    }

    /** Roughly how many bytes were read so far. */
    public long position() {
        return characters;
    }

    /** A field of this row, stripped; empty if the row is too short or the column is not there. */
    public String field(String column) {
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
        lines++;
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
                throw Problem.input(Texts.of("datasets.csv.error.line", table, MAX_LINE, number));
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

    private Problem unreadable(IOException cause) {
        return Problem.input(Texts.of("datasets.csv.error.row", table, number, cause.getMessage()), cause);
    }

    private BufferedReader decoded(InputStream stream) {
        try {
            BufferedInputStream bytes = new BufferedInputStream(stream, 2 * BYTES_LOOKED_AT);
            bytes.mark(BYTES_LOOKED_AT);
            byte[] first = bytes.readNBytes(BYTES_LOOKED_AT);
            bytes.reset();
            return new BufferedReader(new InputStreamReader(bytes, charset(first)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Charset charset(byte[] first) {
        int mark = first.length < 2 ? 0 : ((first[0] & 0xff) << 8) | (first[1] & 0xff);
        if (mark == 0xfffe || mark == 0xfeff) {
            return StandardCharsets.UTF_16;
        }
        // A character at the end may be cut; it has at most four bytes and is ignored.
        int whole = first.length < BYTES_LOOKED_AT ? first.length : first.length - 4;
        while (whole > 0 && whole < first.length && (first[whole] & 0xc0) == 0x80) {
            whole--;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(first, 0, whole));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    private static char delimiter(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = header.replaceAll("\"[^\"]*\"", "")
                    .chars()
                    .filter(c -> c == candidate)
                    .count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        while (start <= line.length()) {
            if (start < line.length() && line.charAt(start) == '"') {
                StringBuilder field = new StringBuilder();
                start = quoted(line, start + 1, field);
                fields.add(field.toString());
            } else {
                int comma = line.indexOf(delimiter, start);
                int stop = comma < 0 ? line.length() : comma;
                fields.add(line.substring(start, stop));
                start = stop + 1;
            }
        }
        return fields;
    }

    /** Reads a quoted field and returns where the next one starts. */
    private int quoted(String line, int start, StringBuilder field) {
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
        int comma = line.indexOf(delimiter, i);
        return comma < 0 ? line.length() + 1 : comma + 1;
    }
}
