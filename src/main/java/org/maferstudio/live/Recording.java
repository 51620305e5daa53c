package org.maferstudio.live;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.RecordedBoxes;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.VideoWriter;

/**
 * A recording in a folder: the unmodified frames (FFV1, lossless), a table of faces and probabilities, and the names of
 * the networks. Contains only frames that were classified, so that a replay reads the same frames.
 */
public final class Recording implements AutoCloseable {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path folder;
    private final List<LiveNetwork> networks;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final BufferedWriter table;
    private final BufferedWriter known;
    private VideoWriter film;
    private long begun;
    private long last = -1;
    private long frames;
    private boolean closed;

    private Recording(Path folder, List<LiveNetwork> networks, BufferedWriter table, BufferedWriter known) {
        this.folder = folder;
        this.networks = networks;
        this.table = table;
        this.known = known;
    }

    /**
     * Creates a recording in a new or empty folder.
     *
     * @param source its displayed name
     * @param networks the session's
     * @throws Problem if the folder is not empty or cannot be written to
     */
    public static Recording create(Path folder, String source, List<LiveNetwork> networks) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw Problem.input(Texts.of("live.record.error.notEmpty", folder));
                }
            }
            Recording recording = new Recording(
                    folder,
                    List.copyOf(networks),
                    Files.newBufferedWriter(folder.resolve(RecordingFiles.TABLE)),
                    Files.newBufferedWriter(folder.resolve(RecordedBoxes.TABLE)));
            recording.facts.put("format", 1);
            recording.facts.put("source", source);
            recording.facts.put("face_detector", FullRangeDetector.NAME);
            recording.facts.put(
                    "networks", networks.stream().map(Recording::network).toList());
            recording.writeMetadata();
            recording.table.write(recording.header());
            recording.known.write(RecordedBoxes.HEADER);
            return recording;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Map<String, Object> network(LiveNetwork network) {
        InputContract contract = network.contract();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", network.name());
        object.put("classes", contract.labels());
        object.put("size", contract.size());
        object.put("resize", contract.resize());
        object.put("colour", contract.colour().id());
        object.put("face_margin", contract.faceMargin());
        return object;
    }

    private static Problem unwritable(Path folder, Exception cause) {
        return WriteFailure.of(folder, cause, Texts.of("live.record.error.write", folder));
    }

    private String header() {
        List<String> columns =
                new ArrayList<>(List.of("frame", "milliseconds", "resolution", "face", "x", "y", "width", "height"));
        for (int i = 0; i < networks.size(); i++) {
            for (String label : networks.get(i).contract().labels()) {
                columns.add("p" + (i + 1) + "_" + label);
            }
        }
        return String.join(",", columns) + "\n";
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The number of frames. */
    public synchronized long frames() {
        return frames;
    }

    /**
     * Adds a frame and its faces; ignored after the recording was closed.
     *
     * @throws Problem if it cannot be written, or its size differs from that of earlier frames
     */
    synchronized void write(LiveReading reading) {
        if (closed) {
            return;
        }
        RasterImage image = reading.frame().image().toRgb();
        try {
            if (film == null) {
                film = new VideoWriter(folder.resolve(RecordingFiles.FILM), image.width(), image.height());
                begun = reading.frame().milliseconds();
            }
            if (!film.fits(image)) {
                throw Problem.input(Texts.of("live.record.error.size", film.size(), image.width(), image.height()));
            }
            // Strictly later than the previous frame, otherwise the video would drop it.
            long time = Math.max(last + 1, reading.frame().milliseconds() - begun);
            last = time;
            film.add(image, time);
            for (String row : rows(reading, time)) {
                table.write(row);
            }
            for (FaceBounds box : reading.frame().known().orElse(List.of())) {
                known.write(RecordedBoxes.row(frames, box));
            }
            frames++;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private List<String> rows(LiveReading reading, long time) {
        OptionalInt lowered = reading.resolution();
        String start = frames + "," + time + "," + new Resolution(lowered).id();
        if (reading.faces().isEmpty()) {
            int classes = networks.stream()
                    .mapToInt(network -> network.contract().labels().size())
                    .sum();
            return List.of(start + ",".repeat(5 + classes) + "\n");
        }
        List<String> rows = new ArrayList<>();
        for (FaceReading face : reading.faces()) {
            StringBuilder row = new StringBuilder(start);
            FaceBounds box = face.face().box();
            row.append(String.format(
                    Locale.ROOT,
                    ",%d,%.2f,%.2f,%.2f,%.2f",
                    face.face().id(),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height()));
            for (NetworkReading network : face.networks()) {
                for (float probability : network.recognition().probabilities()) {
                    row.append(String.format(Locale.ROOT, ",%.6f", probability));
                }
            }
            rows.add(row.append('\n').toString());
        }
        return rows;
    }

    private void writeMetadata() throws IOException {
        facts.put("frames", frames);
        facts.put("film", Map.of("codec", "ffv1", "lossless", true));
        Files.writeString(folder.resolve(RecordingFiles.METADATA), JSON.toJson(facts));
    }

    /**
     * Ends the recording.
     *
     * @throws Problem if the last frames cannot be written
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (table;
                known) {
            writeMetadata();
            if (film != null) {
                film.close();
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }
}
