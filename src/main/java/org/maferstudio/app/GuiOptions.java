package org.maferstudio.app;

import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.network.engine.InstalledTorch;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.ui.controls.FileDialogs;

/**
 * The options of the window.
 *
 * @param store of the settings
 * @param settings as loaded
 * @param workspace open until the window closes
 * @param experiment the experiment or bundle to show; empty for none
 * @param dialogs shows file dialogs
 */
record GuiOptions(
        SettingsStore store, Settings settings, Workspace workspace, Optional<Path> experiment, FileDialogs dialogs) {
    /**
     * Creates options from the command line; null for missing ones.
     *
     * @throws org.maferstudio.job.Problem if the workspace cannot be written to
     */
    static GuiOptions of(Path settingsFile, Path workspace, Path experiment, FileDialogs dialogs) {
        SystemFolders usual = SystemFolders.ofThisSystem();
        SettingsStore store = new SettingsStore(settingsFile == null ? usual.settingsFile() : settingsFile);
        Settings read = store.load();
        if (read.torch() != null) {
            // Before the engine is loaded; if the selected PyTorch no longer works, loading fails instead of using
            // another.
            new InstalledTorch(
                            Path.of(read.torch().libraries()),
                            read.torch().version(),
                            read.torch().flavor())
                    .use();
        }
        Path folder = workspace;
        if (folder == null) {
            String chosen = read.workspace();
            folder = chosen.isEmpty() ? usual.workspace() : Path.of(chosen);
        }
        return new GuiOptions(store, read, Workspace.open(folder), Optional.ofNullable(experiment), dialogs);
    }
}
