package org.maferstudio.series;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.files.InputFile;

/**
 * What the processes or jobs of a run have printed: a file in {@code logs/} of its series.
 *
 * @param file which exists once the run has started
 */
record RunLog(Path file) {
    /** The log of a run. */
    static RunLog of(Series series, SeriesRun run) {
        return new RunLog(series.experiment()
                .folder()
                .resolve("logs")
                .resolve(String.format(Locale.ROOT, "run-%04d.txt", run.number())));
    }

    /** The last line; empty if there is none. */
    String lastLine() {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(InputFile.of(file))) {
            return lines.filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
