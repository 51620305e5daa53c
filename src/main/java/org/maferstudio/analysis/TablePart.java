package org.maferstudio.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.report.tables.TableText;
import org.maferstudio.texts.Texts;

/** A part of the table of a film. */
public final class TablePart {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private TablePart() {}

    /**
     * Writes the header and the rows of some frames of a table of this program to a file.
     *
     * @param first number of the first frame
     * @param last number of the last frame
     * @return the file
     * @throws Problem if the table cannot be read, or the file cannot be written
     */
    public static Path write(Path table, long first, long last, Path file) {
        SafeFile.write(file, beside -> {
            try (Reader text = Files.newBufferedReader(InputFile.of(table));
                    CSVParser rows = CSVParser.parse(text, FORMAT);
                    BufferedWriter part = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                part.write(TableText.csvLine(rows.getHeaderNames()));
                copy(rows, first, last, part);
            } catch (UncheckedIOException | IllegalArgumentException e) {
                throw Problem.input(Texts.of("analysis.table.error.damaged", table), e);
            }
        });
        return file;
    }

    private static void copy(CSVParser rows, long first, long last, BufferedWriter part) throws IOException {
        for (CSVRecord row : rows) {
            long frame = Long.parseLong(row.get("frame"));
            if (frame >= first && frame <= last) {
                part.write(TableText.csvLine(List.of(row.values())));
            }
        }
    }
}
