package org.maferstudio.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.report.figures.ExpressionTimelineFigure;
import org.maferstudio.texts.Texts;

/**
 * The rows of an analysed film, by frame, from a finished or a growing table with this program's columns.
 *
 * @param labels the classes of each network
 * @param values the names of the values of each network that are no classes; usually none
 * @param frames in order of presentation
 */
public record FilmTable(List<List<String>> labels, List<List<String>> values, List<AnalysedFrame> frames) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    public FilmTable {
        labels = labels.stream().map(List::copyOf).toList();
        values = values.stream().map(List::copyOf).toList();
        frames = List.copyOf(frames);
    }

    /**
     * Reads a table; an incomplete last line is left out.
     *
     * @throws Problem if it cannot be read, is damaged, or has other columns
     */
    public static FilmTable read(Path file) {
        List<AnalysedFrame> frames = new ArrayList<>();
        PlainTable table = read(file, frames::add);
        return new FilmTable(table.labels(), table.values(), frames);
    }

    /**
     * Reads a table frame by frame, as a film may have millions of rows.
     *
     * @return its columns
     * @throws Problem likewise
     */
    static PlainTable read(Path file, Consumer<AnalysedFrame> frames) {
        try (RandomAccessFile bytes = new RandomAccessFile(InputFile.of(file).toFile(), "r");
                InputStream whole = new WholeLines(Channels.newInputStream(bytes.getChannel()), wholeLines(bytes));
                CSVParser rows = CSVParser.parse(
                        new BufferedReader(new InputStreamReader(whole, StandardCharsets.UTF_8)), FORMAT)) {
            PlainTable table = PlainTable.ofHeader(rows.getHeaderNames())
                    .orElseThrow(() -> Problem.input(Texts.of("analysis.table.error.columns", file)));
            read(table, rows, frames);
            return table;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Problem.input(Texts.of("analysis.table.error.damaged", file), e);
        }
    }

    /**
     * The course of the expressions of one face, to be shown or written.
     *
     * @param report of the same analysis
     * @param face its number; empty for the largest of each frame
     */
    public ExpressionTimelineFigure figure(FilmReport report, OptionalInt face) {
        ExpressionTimeline timeline = new ExpressionTimeline(report, face);
        frames.forEach(timeline);
        return timeline.figure();
    }

    private static void read(PlainTable table, CSVParser rows, Consumer<AnalysedFrame> frames) {
        long number = -1;
        double seconds = 0;
        List<AnalysedFace> faces = new ArrayList<>();
        for (CSVRecord row : rows) {
            long next = Long.parseLong(row.get("frame"));
            if (next != number && number >= 0) {
                frames.accept(new AnalysedFrame(number, seconds, faces));
                faces.clear();
            }
            number = next;
            seconds = Double.parseDouble(row.get("time"));
            Optional<AnalysedFace> face = table.face(row);
            face.ifPresent(faces::add);
        }
        if (number >= 0) {
            frames.accept(new AnalysedFrame(number, seconds, faces));
        }
    }

    /** The number of bytes up to the last line feed. */
    private static long wholeLines(RandomAccessFile file) throws IOException {
        byte[] part = new byte[1 << 13];
        long end = file.length();
        while (end > 0) {
            long start = Math.max(0, end - part.length);
            file.seek(start);
            int length = (int) (end - start);
            file.readFully(part, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (part[i] == '\n') {
                    file.seek(0);
                    return start + i + 1;
                }
            }
            end = start;
        }
        file.seek(0);
        return 0;
    }
}
