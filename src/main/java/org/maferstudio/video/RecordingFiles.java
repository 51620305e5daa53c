package org.maferstudio.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The files of a recording of the live view. */
public final class RecordingFiles {
    /** The frames of the first frame's size, without loss. */
    public static final String FILM = "film.mkv";
    /** One row per face and frame. */
    public static final String TABLE = "faces.csv";
    /** Source, networks and counts. */
    public static final String METADATA = "recording.json";
    /** The folder of the frames of another size; it exists only if there are such. */
    private static final String STILLS = "stills";

    /** The files of a recording whose frames are of one size. */
    public static final List<String> NAMES = List.of(FILM, TABLE, RecordedBoxes.TABLE, METADATA);

    private RecordingFiles() {}

    /** The image of a frame that is not part of the film, counted from 0. */
    public static Path still(Path recording, long frame) {
        return recording.resolve(STILLS).resolve(String.format(Locale.ROOT, "%06d.png", frame));
    }
}
