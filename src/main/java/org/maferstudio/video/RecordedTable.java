package org.maferstudio.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Reads the tables of a recording, row by row. */
public final class RecordedTable {
    private static final int MOST_ROWS = 10_000_000;

    private RecordedTable() {}

    /**
     * Passes each row, by column name.
     *
     * @throws Problem if the table is missing, too long, or has an invalid row
     */
    public static void read(Path table, Consumer<CSVRecord> reader) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader text = Files.newBufferedReader(InputFile.of(table))) {
            int rows = 0;
            for (CSVRecord row : format.parse(text)) {
                rows++;
                if (rows > MOST_ROWS) {
                    throw new IOException("too long");
                }
                reader.accept(row);
            }
        } catch (IOException | RuntimeException e) {
            throw Problem.input(Texts.of("video.recording.error.table", table, RecordingFiles.FILM), e);
        }
    }
}
