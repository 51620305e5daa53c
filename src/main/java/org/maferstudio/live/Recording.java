package org.maferstudio.live;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FullRangeDetector;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.OutputValue;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.texts.Texts;
import org.maferstudio.video.FrameSource;
import org.maferstudio.video.RecordedBoxes;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.VideoWriter;

/**
 * A recording in a folder: the unmodified frames, a table of faces and probabilities, and the names of the networks.
 * Contains only frames that were classified, so that a replay reads the same frames.
 *
 * <p>Frames are lossless: those of the first frame's size in one film (FFV1), any other as a PNG, because a film has one
 * size. A recording without a frame leaves no file behind.
 */
public final class Recording implements AutoCloseable {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path folder;
    private final boolean folderIsNew;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final FaceTable rows;
    private BufferedWriter table;
    private BufferedWriter known;
    private VideoWriter film;
    private long start;
    private long last = -1;
    private long frames;
    private long stills;
    private boolean closed;

    private Recording(Path folder, List<LiveNetwork> networks) {
        this.folder = folder;
        this.folderIsNew = !Files.exists(folder);
        this.rows = new FaceTable(networks);
    }

    /**
     * Creates a recording in a new or empty folder.
     *
     * @param source its displayed name
     * @param networks the session's
     * @throws Problem if the folder is not empty or cannot be written to; nothing is left behind
     */
    public static Recording create(Path folder, String source, List<LiveNetwork> networks) {
        Recording recording = new Recording(folder, networks);
        recording.facts.put("format", 2);
        recording.facts.put("source", source);
        recording.facts.put("face_detector", FullRangeDetector.NAME);
        recording.facts.put(
                "networks", networks.stream().map(Recording::network).toList());
        try {
            recording.open();
            return recording;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw Problem.input(Texts.of("live.record.error.notEmpty", folder));
            }
        }
        try {
            table = Files.newBufferedWriter(folder.resolve(RecordingFiles.TABLE));
            known = Files.newBufferedWriter(folder.resolve(RecordedBoxes.TABLE));
            table.write(rows.header());
            known.write(RecordedBoxes.HEADER);
            writeMetadata();
        } catch (IOException e) {
            try {
                end();
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private static Map<String, Object> network(LiveNetwork network) {
        InputContract contract = network.contract();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", network.name());
        object.put("classes", contract.labels());
        object.put("values", network.values().stream().map(OutputValue::name).toList());
        object.put("size", contract.size());
        object.put("resize", contract.resize());
        object.put("colour", contract.colour().id());
        object.put("face_margin", contract.faceMargin());
        object.put("alignment", contract.alignment().id());
        return object;
    }

    private static Problem unwritable(Path folder, Exception cause) {
        return WriteFailure.of(folder, cause, Texts.of("live.record.error.write", folder));
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
     * @param pace of the source; a replay of stills reads them as unrelated, too
     * @throws Problem if it cannot be written
     */
    synchronized void write(LiveReading reading, FrameSource.Pace pace) {
        if (closed) {
            return;
        }
        RasterImage image = reading.frame().image().toRgb();
        try {
            if (film == null) {
                start = reading.frame().milliseconds();
                facts.put("start_milliseconds", start);
                facts.put("stills", pace == FrameSource.Pace.STILLS);
                writeMetadata();
                film = new VideoWriter(folder.resolve(RecordingFiles.FILM), image.width(), image.height());
            }
            long time = reading.frame().milliseconds() - start;
            // Strictly later than the previous frame, otherwise the film would drop it. The table has the time itself.
            last = Math.max(last + 1, time);
            if (film.fits(image)) {
                film.add(image, last);
            } else {
                writeStill(image);
            }
            table.write(rows.rows(reading, frames, time));
            for (FaceBounds box : reading.frame().known().orElse(List.of())) {
                known.write(RecordedBoxes.row(frames, box));
            }
            frames++;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void writeStill(RasterImage image) throws IOException {
        Path file = RecordingFiles.still(folder, frames);
        Files.createDirectories(file.getParent());
        ImageFile.write(image, file);
        stills++;
    }

    private void writeMetadata() throws IOException {
        facts.put("frames", frames);
        facts.put("film", Map.of("codec", "ffv1", "lossless", true));
        Files.writeString(folder.resolve(RecordingFiles.METADATA), JSON.toJson(facts));
    }

    /**
     * Ends the recording, and deletes it if no frame was written.
     *
     * @throws Problem if the last frames cannot be written; those before are kept
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try {
                if (film != null) {
                    film.close();
                }
            } finally {
                end();
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** After the film was closed, whether or not that failed. */
    private void end() throws IOException {
        frames = film == null ? 0 : film.written() + stills;
        try (Writer faces = table;
                Writer boxes = known) {
            for (Writer each : new Writer[] {faces, boxes}) {
                if (each != null) {
                    each.flush();
                }
            }
        } finally {
            if (frames == 0) {
                discard();
            } else {
                writeMetadata();
            }
        }
    }

    private void discard() throws IOException {
        for (String name : RecordingFiles.NAMES) {
            Files.deleteIfExists(folder.resolve(name));
        }
        if (folderIsNew) {
            Files.deleteIfExists(folder);
        }
    }
}
