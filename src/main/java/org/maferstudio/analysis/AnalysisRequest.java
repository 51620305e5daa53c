package org.maferstudio.analysis;

import java.nio.file.Path;

/**
 * What is to be analysed, and where the results go.
 *
 * @param film the video file
 * @param folder for the results; created if necessary
 * @param name of the results, see {@link AnalysisResults}
 * @param frames which frames are analysed
 * @param columns of the finished table
 */
public record AnalysisRequest(Path film, Path folder, String name, FrameSelection frames, TableColumns columns) {
    /** Every frame, in a table with this program's columns that is named after the film. */
    public static AnalysisRequest of(Path film, Path folder) {
        return of(film, folder, FrameSelection.ALL);
    }

    /** Some frames, in a table with this program's columns that is named after the film. */
    public static AnalysisRequest of(Path film, Path folder, FrameSelection frames) {
        String first = AnalysisResults.inputs(film).keySet().iterator().next();
        return new AnalysisRequest(film, folder, first, frames, TableColumns.PLAIN);
    }

    /** The film as its rows name it: its file name, with folders in front if another film's results have this name. */
    String input() {
        return AnalysisResults.inputs(film)
                .getOrDefault(name, film.getFileName().toString());
    }

    /** The finished table, {@code <name>.csv}. */
    public Path table() {
        return folder.resolve(name + ".csv");
    }

    /** The report beside the table, {@code <name>.json}. */
    public Path report() {
        return folder.resolve(name + ".json");
    }

    /** The course of each expression, {@code <name>.png}. */
    public Path figure() {
        return folder.resolve(name + ".png");
    }

    /** The table while it grows, always with this program's columns; removed once {@link #table} is complete. */
    public Path partialTable() {
        return folder.resolve(name + ".partial.csv");
    }

    /** The state from which an interrupted analysis goes on. */
    Path checkpoint() {
        return folder.resolve(name + ".partial.state");
    }
}
