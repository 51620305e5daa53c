package org.maferstudio.video;

/** The files of a recording of the live view. */
public final class RecordingFiles {
    /** The frames, without loss. */
    public static final String FILM = "film.mkv";
    /** One row per face and frame. */
    public static final String TABLE = "faces.csv";
    /** Source, networks and counts. */
    public static final String METADATA = "recording.json";

    private RecordingFiles() {}
}
