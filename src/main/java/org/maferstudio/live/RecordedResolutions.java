package org.maferstudio.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.job.Problem;

/** To which resolution each frame of a recording was lowered, so that a replay lowers it the same way. */
final class RecordedResolutions {
    private static final int MOST_FRAMES = 10_000_000;

    private final Map<Long, Integer> pixels;

    private RecordedResolutions(Map<Long, Integer> pixels) {
        this.pixels = pixels;
    }

    /**
     * Those of a recording; empty for other sources.
     *
     * @throws Problem if the recording's table cannot be read
     */
    static Optional<RecordedResolutions> of(SourceName source) {
        if (source.kind() != SourceName.Kind.RECORDING) {
            return Optional.empty();
        }
        Path table = Path.of(source.text()).resolve(Recording.TABLE);
        Map<Long, Integer> pixels = new HashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(table)) {
            for (CSVRecord row : format.parse(reader)) {
                String resolution = row.get("resolution");
                if (!resolution.equals(Recording.NATIVE)) {
                    pixels.put(Long.valueOf(row.get("frame")), Integer.valueOf(resolution));
                }
                if (pixels.size() > MOST_FRAMES) {
                    throw new IOException("too long");
                }
            }
        } catch (IOException | RuntimeException e) {
            throw Problem.input(
                    "The table " + table + " of the recording cannot be read. Choose the film " + Recording.FILM
                            + " beside it instead, which plays without it.",
                    e);
        }
        return Optional.of(new RecordedResolutions(pixels));
    }

    /** In pixels; empty for native. */
    OptionalInt at(long frame) {
        Integer lowered = pixels.get(frame);
        return lowered == null ? OptionalInt.empty() : OptionalInt.of(lowered);
    }
}
