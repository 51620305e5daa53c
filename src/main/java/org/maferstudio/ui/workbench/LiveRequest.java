package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.maferstudio.video.SourceName;

/**
 * What some pane wants the live pane to show.
 *
 * @param source to show at once; null to leave that to the pane
 * @param resolution to which faces are downsampled, in pixels; empty to leave that to the pane
 * @param experiments whose networks are to read it; none to leave that to the pane
 */
public record LiveRequest(SourceName source, OptionalInt resolution, List<Path> experiments) {
    public LiveRequest {
        experiments = List.copyOf(experiments);
    }

    /** One that leaves the resolution to the pane. */
    public LiveRequest(SourceName source, List<Path> experiments) {
        this(source, OptionalInt.empty(), experiments);
    }
}
