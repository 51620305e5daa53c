package org.maferstudio.video;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.files.InputFile;
import org.maferstudio.image.ImageFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * A recording of this program: every frame, bit for bit, with its time and the faces that its source provided. Frames are
 * taken from the film, except those that have an image of their own.
 */
final class RecordingSource implements FrameSource {
    private static final int MOST_BYTES = 1 << 20;

    private final Path folder;
    private final boolean stills;
    private final Map<Long, Long> times;
    private final RecordedBoxes boxes;
    private final FrameSource film;
    private long number;

    private RecordingSource(Path folder, Map<Long, Long> times, FrameSource film) {
        this.folder = folder;
        this.stills = metadata(folder).stills();
        this.times = times;
        this.boxes = RecordedBoxes.of(folder);
        this.film = film;
    }

    /** What a replay needs to know; absent in recordings of version 1. */
    private record Metadata(boolean stills) {}

    /**
     * Opens a recording.
     *
     * @throws Problem if one of its files cannot be read
     */
    static RecordingSource open(Path folder) {
        Map<Long, Long> times = new HashMap<>();
        RecordedTable.read(
                folder.resolve(RecordingFiles.TABLE),
                row -> times.put(Long.valueOf(row.get("frame")), Long.valueOf(row.get("milliseconds"))));
        Video film = Video.recording(folder);
        try {
            return new RecordingSource(folder, times, film);
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    private static Metadata metadata(Path folder) {
        Path file = folder.resolve(RecordingFiles.METADATA);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("too long");
            }
            return new Gson().fromJson(Files.readString(InputFile.of(file)), Metadata.class);
        } catch (IOException | JsonParseException e) {
            throw Problem.input(Texts.of("video.recording.error.table", file, RecordingFiles.FILM), e);
        }
    }

    @Override
    public String name() {
        return film.name();
    }

    @Override
    public Pace pace() {
        return stills ? Pace.STILLS : Pace.EVERY_FRAME;
    }

    @Override
    public Optional<VideoFrame> next() throws InterruptedException {
        Path own = RecordingFiles.still(folder, number);
        Optional<VideoFrame> frame = Files.isRegularFile(own)
                ? Optional.of(new VideoFrame(ImageFile.read(own), number, 0, System.nanoTime(), Optional.empty()))
                : film.next();
        Optional<VideoFrame> numbered = frame.map(it -> new VideoFrame(
                it.image(), number, times.getOrDefault(number, it.milliseconds()), it.captured(), boxes.at(number)));
        number++;
        return numbered;
    }

    @Override
    public void close() {
        film.close();
    }
}
