package org.maferstudio.results.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.maferstudio.files.InputZip;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** The first sheet of an Excel workbook with its saved values; formulas are not evaluated. */
final class XlsxTable {
    private static final long MAX_BYTES = 1L << 28;
    private static final int MAX_COLUMNS = 1000;
    private static final int MAX_CELLS = 20_000_000;

    private final Path file;
    private final List<String> strings = new ArrayList<>();

    private XlsxTable(Path file) {
        this.file = file;
    }

    /** Reads the table of a file. */
    static ImportFile of(Path file) throws IOException {
        try (ZipFile zip = InputZip.open(file)) {
            return new XlsxTable(file).read(zip);
        } catch (XMLStreamException | ZipException | NumberFormatException e) {
            throw Problem.input(Texts.of("results.imports.error.xlsx", file), e);
        }
    }

    private ImportFile read(ZipFile zip) throws IOException, XMLStreamException {
        ZipEntry shared = zip.getEntry("xl/sharedStrings.xml");
        if (shared != null) {
            try (InputStream in = bounded(zip, shared)) {
                readStrings(reader(in));
            }
        }
        ZipEntry sheet = zip.stream()
                .filter(entry -> entry.getName().matches("xl/worksheets/[^/]+\\.xml"))
                .min(Comparator.comparingInt((ZipEntry entry) -> entry.getName().length())
                        .thenComparing(ZipEntry::getName))
                .orElseThrow(() -> Problem.input(Texts.of("results.imports.error.xlsx", file)));
        try (InputStream in = bounded(zip, sheet)) {
            return new RowsTable(rows(reader(in)));
        }
    }

    private InputStream bounded(ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.getSize() > MAX_BYTES) {
            throw Problem.input(Texts.of("results.imports.error.tooLarge", file, MAX_BYTES / 1_000_000));
        }
        // The file itself declares this size.
        return TextFile.bounded(zip.getInputStream(entry), file);
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private void readStrings(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private List<List<String>> rows(XMLStreamReader xml) throws XMLStreamException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int width = 0;
        int cells = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                if (++cells > MAX_CELLS) {
                    throw Problem.input(Texts.of("results.imports.error.tooLarge", file, MAX_BYTES / 1_000_000));
                }
                int column = column(xml.getAttributeValue(null, "r"), row.size());
                row.addAll(Collections.nCopies(Math.max(0, column - row.size()), ""));
                row.add(value(xml, xml.getAttributeValue(null, "t")));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(row);
                    width = Math.max(width, row.size());
                }
                row = new ArrayList<>();
            }
            if (rows.size() > ImportFile.MAX_ROWS) {
                throw Problem.input(Texts.of("results.imports.error.tooManyRows", file));
            }
        }
        // Empty cells at the end of a row are not in the file.
        for (List<String> each : rows) {
            each.addAll(Collections.nCopies(width - each.size(), ""));
        }
        return rows;
    }

    /** The column of a cell reference such as {@code C7}, counted from 0. */
    private int column(String place, int next) {
        if (place == null) {
            return next;
        }
        int column = 0;
        String letters = place.replaceAll("[0-9]", "");
        for (int i = 0; i < letters.length(); i++) {
            column = 26 * column + letters.charAt(i) - 'A' + 1;
            if (column > MAX_COLUMNS || column < 1) {
                throw Problem.input(Texts.of("results.imports.error.xlsx", file));
            }
        }
        return column - 1;
    }

    /** The text of a cell. */
    private String value(XMLStreamReader xml, String type) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next();
                event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("c");
                event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && (xml.getLocalName().equals("v") || xml.getLocalName().equals("t"))) {
                text.append(xml.getElementText());
            }
        }
        String value = text.toString().strip();
        if ("s".equals(type) && !value.isEmpty()) {
            int index = Integer.parseInt(value);
            return index >= 0 && index < strings.size() ? strings.get(index).strip() : "";
        }
        return value;
    }
}
