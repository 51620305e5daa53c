package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.job.Problem;
import org.maferstudio.live.FaceDetectorChoice;
import org.maferstudio.live.SourceName;

/** Shows the live view in the window. */
public interface LiveWindow {
    /** Where there is no window. */
    LiveWindow NONE = (source, detector, resolution, experiments) -> {
        throw Problem.input("No window can be opened. Add --headless.");
    };

    /**
     * Opens the window on the live view, and returns when it is closed.
     *
     * @param source shown at once
     * @param detector that finds the faces; empty for the one in the settings
     * @param resolution that faces are downsampled to at first, in pixels; empty for native
     * @param experiments whose networks read it; none for those that the program has
     * @return the exit code
     */
    int show(SourceName source, Optional<FaceDetectorChoice> detector, OptionalInt resolution, List<Path> experiments)
            throws Exception;
}
