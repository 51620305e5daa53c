package org.maferstudio.analysis;

import java.nio.file.Path;

/**
 * What is to be analysed, and where the results go. They are named after the film, without its extension.
 *
 * @param film the video file
 * @param folder for the results; created if necessary
 * @param frames which frames are analysed
 * @param columns of the finished table
 */
public record AnalysisRequest(Path film, Path folder, FrameSelection frames, TableColumns columns) {
    /** Every frame, in a table with this program's columns. */
    public static AnalysisRequest of(Path film, Path folder) {
        return new AnalysisRequest(film, folder, FrameSelection.ALL, TableColumns.PLAIN);
    }

    /** The finished table, {@code <film>.csv}. */
    public Path table() {
        return folder.resolve(name() + ".csv");
    }

    /** The report beside the table, {@code <film>.json}. */
    public Path report() {
        return folder.resolve(name() + ".json");
    }

    /** The course of each expression, {@code <film>.png}. */
    public Path figure() {
        return folder.resolve(name() + ".png");
    }

    /** The table while it grows, always with this program's columns; removed once {@link #table} is complete. */
    public Path partialTable() {
        return folder.resolve(name() + ".partial.csv");
    }

    /** The state from which an interrupted analysis goes on. */
    Path checkpoint() {
        return folder.resolve(name() + ".partial.state");
    }

    /** The name of the results: the film's without its extension. */
    public String name() {
        String name = film.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
