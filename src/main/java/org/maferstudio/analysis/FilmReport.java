package org.maferstudio.analysis;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.files.InputFile;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.input.InputContract;

/**
 * What was analysed, how, and what was found: the JSON file beside a table.
 *
 * @param program name and version
 * @param identity a hash of the film, the networks and the settings; the same analysis has the same
 * @param film the film's own facts
 * @param networks in the order of the table's columns
 * @param settings of the analysis
 * @param counts of frames and faces
 * @param summary shares of time
 * @param secondsMissing how much of the declared duration the file lacks; null if nothing, or if the end was not read
 */
public record FilmReport(
        String program,
        String identity,
        FilmPart film,
        List<Network> networks,
        Settings settings,
        Counts counts,
        Summary summary,
        Double secondsMissing) {
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();
    private static final long MOST_BYTES = 4 << 20;

    /**
     * The film.
     *
     * @param file its name
     * @param path where it was, absolute; null in reports of earlier versions
     * @param bytes its size; null in reports of earlier versions
     * @param container FFmpeg's name of the format
     * @param codec FFmpeg's name of the codec
     * @param pixelFormat FFmpeg's name
     * @param codedWidth as stored, in pixels
     * @param codedHeight as stored, in pixels
     * @param width of the upright frames with square pixels, to which positions in the table refer
     * @param height of the same
     * @param rotation for display, in degrees clockwise
     * @param framesPerSecond mean rate
     * @param startTime the time stamp that counts as time 0, in seconds
     * @param duration as declared, in seconds; null if it is not
     * @param frames as declared or by duration and rate; null if unknown
     */
    public record FilmPart(
            String file,
            String path,
            Long bytes,
            String container,
            String codec,
            String pixelFormat,
            int codedWidth,
            int codedHeight,
            int width,
            int height,
            int rotation,
            double framesPerSecond,
            double startTime,
            Double duration,
            Long frames) {}

    /**
     * A network.
     *
     * @param name for display
     * @param experiment the name of its folder
     * @param weightsSha256 of the weight file
     * @param classes in the order of the columns
     * @param input contract
     * @param values that are no classes, in the order of the columns; usually none
     */
    public record Network(
            String name,
            String experiment,
            String weightsSha256,
            List<String> classes,
            InputContract input,
            List<OutputValue> values) {
        public Network {
            // Reports of earlier versions have none.
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /**
     * The settings.
     *
     * @param every one of so many frames
     * @param from earliest time, in seconds
     * @param to latest time, in seconds; null for the end
     * @param columns of the table
     * @param detector of faces
     * @param carriedSeconds for how long a face that is not detected is carried
     * @param unsureBelow probability of the predicted class below which it counts as unsure
     */
    public record Settings(
            int every,
            double from,
            Double to,
            String columns,
            String detector,
            double carriedSeconds,
            double unsureBelow) {}

    /**
     * Counts.
     *
     * @param frames analysed
     * @param framesWithFace of them
     * @param faces rows with a face
     * @param found of them, detected in their frame
     * @param identities different faces
     * @param firstTime of the first analysed frame, in seconds; null if there is none
     * @param lastTime of the last, in seconds; null if there is none
     * @param damagedPackets of the film that could not be decoded
     */
    public record Counts(
            long frames,
            long framesWithFace,
            long faces,
            long found,
            long identities,
            Double firstTime,
            Double lastTime,
            long damagedPackets) {}

    /**
     * Shares of time, of the largest face of each frame. A frame counts for the time until the next.
     *
     * @param seconds of film that were analysed
     * @param secondsWithFace of them
     * @param networks in the order of the table's columns
     */
    public record Summary(double seconds, double secondsWithFace, List<Shares> networks) {}

    /**
     * One network's shares of the time with a face.
     *
     * @param predicted by class, adding up to 1; empty if there was no face
     * @param mean probability by class, weighted by time
     * @param unsure share of the time in which the predicted class was unsure
     * @param values mean of each value that is no class, weighted by time; usually none
     */
    public record Shares(
            Map<String, Double> predicted, Map<String, Double> mean, double unsure, Map<String, Double> values) {
        public Shares {
            // The same.
            values = values == null ? Map.of() : values;
        }
    }

    /** How much of the film is missing, in seconds; empty if nothing, or if the end was not read. */
    public OptionalDouble missing() {
        return secondsMissing == null ? OptionalDouble.empty() : OptionalDouble.of(secondsMissing);
    }

    /** The report as JSON. */
    public String json() {
        return JSON.toJson(this) + "\n";
    }

    void write(Path file) {
        SafeFile.write(file, json());
    }

    /** Reads a report; empty if there is none, or the file is not one. */
    public static Optional<FilmReport> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.ofNullable(JSON.fromJson(Files.readString(InputFile.of(file)), FilmReport.class))
                    .filter(report -> report.identity != null
                            && report.film != null
                            && report.counts != null
                            && report.summary != null
                            && Objects.nonNull(report.networks));
        } catch (IOException | RuntimeException e) {
            // Gson wraps what a record refuses in a plain RuntimeException.
            return Optional.empty();
        }
    }
}
