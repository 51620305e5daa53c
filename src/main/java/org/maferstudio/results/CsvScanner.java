package org.maferstudio.results;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads CSV as in RFC 4180, record by record, and makes strings only of the fields that are asked for: predictions of
 * hundreds of thousands of images have millions of numbers. Empty lines are skipped.
 */
final class CsvScanner {
    private static final int END = -1;
    private static final int CHUNK = 1 << 16;
    private static final int MOST_FIELD_CHARS = 1 << 20;

    /** Text that is no CSV. */
    static final class NoCsv extends IOException {
        private static final long serialVersionUID = 1L;

        NoCsv(String message) {
            super(message);
        }
    }

    private final Reader reader;
    private final char[] chunk = new char[CHUNK];
    private int at;
    private int filled;

    /** The characters of the record's fields, one after the other, and where each ends. */
    private char[] record = new char[1024];

    private int[] ends = new int[32];
    private int size;
    private int length;
    private long line;
    private long records;

    CsvScanner(Reader reader) {
        this.reader = reader;
    }

    /**
     * Goes to the next record; false if there is none.
     *
     * @throws IOException if the text cannot be read, or is no CSV
     */
    boolean next() throws IOException {
        size = 0;
        length = 0;
        int c = read();
        while (c == '\n' || c == '\r') {
            endLine(c);
            c = read();
        }
        if (c == END) {
            return false;
        }
        int delimiter = field(c);
        while (delimiter == ',') {
            delimiter = field(read());
        }
        if (delimiter == END) {
            line++;
        } else {
            endLine(delimiter);
        }
        records++;
        return true;
    }

    /** The number of fields of the record. */
    int size() {
        return size;
    }

    /** The line on which the record ends; the first is 1. */
    long line() {
        return line;
    }

    /** The number of the record; the first is 1. */
    long number() {
        return records;
    }

    /** All fields of the record. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < size; field++) {
            texts.add(text(field));
        }
        return texts;
    }

    /** A field. */
    String text(int field) {
        int start = start(field);
        return ends[field] == start ? "" : new String(record, start, ends[field] - start);
    }

    /** Whether a field is a text. */
    boolean is(int field, String text) {
        int start = start(field);
        if (ends[field] - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (record[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a field has nothing but white space. */
    boolean isBlank(int field) {
        for (int i = start(field); i < ends[field]; i++) {
            if (!Character.isWhitespace(record[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A field as a number, as {@link Float#parseFloat} reads it.
     *
     * @throws NumberFormatException if it is none
     */
    float number(int field) {
        return DecimalText.parse(record, start(field), ends[field]);
    }

    private int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    /** Reads a field from its first character, and returns what ends it: a comma, the end of a line, or {@link #END}. */
    private int field(int first) throws IOException {
        int begin = length;
        int delimiter = first == '"' ? quoted(begin) : plain(first, begin);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = length;
        return delimiter;
    }

    private int plain(int first, int begin) throws IOException {
        if (isDelimiter(first)) {
            return first;
        }
        append((char) first, begin);
        while (at < filled || fill()) {
            int stop = at;
            while (stop < filled && !isDelimiter(chunk[stop])) {
                stop++;
            }
            append(at, stop, begin);
            at = stop;
            if (stop < filled) {
                at++;
                return chunk[stop];
            }
        }
        return END;
    }

    private static boolean isDelimiter(int c) {
        return c == ',' || c == '\n' || c == '\r' || c == END;
    }

    private int quoted(int begin) throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw new NoCsv("the text ends inside quotes");
            }
            if (c != '"') {
                if (c == '\n') {
                    line++;
                }
                append((char) c, begin);
                continue;
            }
            int after = read();
            if (after == '"') {
                append('"', begin);
                continue;
            }
            after = afterSpace(after);
            if (isDelimiter(after)) {
                return after;
            }
            throw new NoCsv("line " + (line + 1) + ": a comma is missing after a quote");
        }
    }

    /** The first character that is no white space, from this one on: a closing quote may be followed by some. */
    private int afterSpace(int first) throws IOException {
        int c = first;
        while (c == ' ' || c == '\t') {
            c = read();
        }
        return c;
    }

    private void append(char c, int begin) throws IOException {
        makeRoom(1, begin);
        record[length++] = c;
    }

    /** Appends a part of the chunk. */
    private void append(int from, int to, int begin) throws IOException {
        makeRoom(to - from, begin);
        System.arraycopy(chunk, from, record, length, to - from);
        length += to - from;
    }

    private void makeRoom(int more, int begin) throws IOException {
        if (length - begin + more > MOST_FIELD_CHARS) {
            throw new NoCsv("line " + (line + 1) + ": a field is longer than " + MOST_FIELD_CHARS + " characters");
        }
        if (length + more > record.length) {
            record = Arrays.copyOf(record, 2 * record.length + more);
        }
    }

    private void endLine(int c) throws IOException {
        line++;
        if (c == '\r' && (at < filled || fill()) && chunk[at] == '\n') {
            at++;
        }
    }

    private int read() throws IOException {
        return at < filled || fill() ? chunk[at++] : END;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(chunk, 0, CHUNK));
        return filled > 0;
    }
}
