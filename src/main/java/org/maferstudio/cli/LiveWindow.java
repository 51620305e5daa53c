package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.maferstudio.job.Problem;
import org.maferstudio.video.SourceName;

/** Shows the live view in the window. */
public interface LiveWindow {
    /** No window is available. */
    LiveWindow NONE = (source, resolution, experiments) -> {
        throw Problem.input("No window can be opened. Add --headless.");
    };

    /**
     * Opens the window on the live view, and returns when it is closed.
     *
     * @param source shown at once
     * @param resolution to which faces are initially downsampled, in pixels; empty for native
     * @param experiments whose networks are used; none for the included ones
     * @return the exit code
     */
    int show(SourceName source, OptionalInt resolution, List<Path> experiments) throws Exception;
}
