package org.maferstudio.series;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.experiment.Series;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/** A file beside the plan of a series that holds one value as JSON. */
public record SeriesJson(String name) {
    /**
     * Reads the value; empty if the series has no such file.
     *
     * @throws Problem if the file is damaged
     */
    public <T> Optional<T> read(Series series, Class<T> type) {
        Path file = file(series);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readString(InputFile.of(file)), type))
                    : Optional.empty();
        } catch (IOException | JsonParseException e) {
            throw Problem.input(Texts.of("experiment.file.error.damaged", file), e);
        }
    }

    /** Writes the value. */
    public void write(Series series, Object value) {
        SafeFile.write(file(series), Json.gson().toJson(value) + "\n");
    }

    private Path file(Series series) {
        return series.experiment().folder().resolve(name);
    }
}
