package org.maferstudio.app;

import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.settings.Folders;

/**
 * How the window opens.
 *
 * @param settingsFile where the settings lie
 * @param workspace the folder that holds the experiments; empty for the one of the settings
 * @param experiment the experiment to look at; empty for none
 */
record GuiOptions(Path settingsFile, Optional<Path> workspace, Optional<Path> experiment) {
    /** From a command line; null for what was not given. */
    static GuiOptions of(Path settingsFile, Path workspace, Path experiment) {
        return new GuiOptions(
                settingsFile == null ? Folders.usual().settingsFile() : settingsFile,
                Optional.ofNullable(workspace),
                Optional.ofNullable(experiment));
    }
}
