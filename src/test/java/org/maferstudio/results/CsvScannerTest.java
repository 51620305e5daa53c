package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvScannerTest {
    private static final CSVFormat COMMONS =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    /** Gives one character at a time, so that every border of a buffer is met. */
    private static final class Slow extends FilterReader {
        Slow(String text) {
            super(new StringReader(text));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(1, length));
        }
    }

    private static List<List<String>> scan(Reader reader) throws IOException {
        CsvScanner csv = new CsvScanner(reader);
        List<List<String>> records = new ArrayList<>();
        while (csv.next()) {
            records.add(csv.texts());
        }
        return records;
    }

    private static List<List<String>> commons(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = COMMONS.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                records.add(row.toList());
            }
        }
        return records;
    }

    @Test
    void anyTextIsSplitAsCommonsCsvSplitsIt() throws IOException {
        Random random = new Random(17);
        String[] parts = {"a", "ü", ",", ",", "\n", "\r\n", "\"b\"", "\"c,\"\"d\"\"\n\"", " ", "0.5"};
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(12); part > 0; part--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            List<List<String>> expected;
            try {
                expected = commons(text.toString());
            } catch (IOException | RuntimeException e) {
                assertThrows(IOException.class, () -> scan(new StringReader(text.toString())), text.toString());
                continue;
            }
            assertEquals(expected, scan(new StringReader(text.toString())), text.toString());
            assertEquals(expected, scan(new Slow(text.toString())), text.toString());
            compared++;
        }
        assertTrue(compared > 10_000, "compared " + compared);
    }

    @Test
    void aRecordKnowsTheLineOnWhichItEnds() throws IOException {
        CsvScanner csv = new CsvScanner(new StringReader("a,b\n\n\"c\nd\",e\r\nf"));
        List<Long> lines = new ArrayList<>();
        while (csv.next()) {
            lines.add(csv.line());
        }
        assertEquals(List.of(1L, 4L, 5L), lines);
        assertEquals(3, csv.number());
    }

    @Test
    void fieldsAreComparedAndReadWithoutBecomingStrings() throws IOException {
        CsvScanner csv = new CsvScanner(new StringReader("anger, ,,1.5E-3\n"));
        assertTrue(csv.next());
        assertEquals(4, csv.size());
        assertTrue(csv.is(0, "anger"));
        assertFalse(csv.is(0, "ange"));
        assertFalse(csv.is(0, "angry"));
        assertTrue(csv.isBlank(1));
        assertTrue(csv.isBlank(2));
        assertEquals(1.5e-3f, csv.number(3));
        assertFalse(csv.next());
    }

    @Test
    void aFieldWithoutEndIsNoCsv() {
        String endless = "a".repeat((1 << 20) + 1);
        assertThrows(IOException.class, () -> scan(new StringReader(endless)));
        assertThrows(IOException.class, () -> scan(new StringReader("\"" + endless)));
    }
}
