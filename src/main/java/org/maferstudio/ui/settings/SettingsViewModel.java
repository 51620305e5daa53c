package org.maferstudio.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.settings.Folders;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.parts.EngineInfo;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.parts.NumberInput;
import org.maferstudio.ui.parts.Preferences;

/** What can be set once for the whole program; each change holds at once. */
public final class SettingsViewModel {
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final ReadOnlyObjectProperty<EngineInfo> engine;
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final NumberInput fontSize;
    private final NumberInput threads;
    private final String inUse;
    private final StringProperty workspace = new SimpleStringProperty(this, "workspace");

    /**
     * The settings as they are.
     *
     * @param inUse the folder that this window works in, which may be another than the one that is kept
     */
    public SettingsViewModel(
            Preferences preferences, FileDialogs dialogs, ReadOnlyObjectProperty<EngineInfo> engine, Path inUse) {
        this.inUse = inUse.toString();
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.engine = engine;
        Settings now = preferences.get();
        fontSize = NumberInput.whole(Settings.SMALLEST_FONT, Settings.LARGEST_FONT, now.fontSize());
        threads = NumberInput.whole(0, 256, now.threads());
        follow(now);
        preferences.settingsProperty().addListener((property, old, changed) -> follow(changed));
        theme.addListener((property, old, chosen) -> preferences.change(s -> s.withTheme(chosen)));
        fontSize.valueProperty().addListener((property, old, size) -> {
            if (size != null) {
                preferences.change(s -> s.withFontSize(size.intValue()));
            }
        });
        threads.valueProperty().addListener((property, old, count) -> {
            if (count != null) {
                preferences.change(s -> s.withThreads(count.intValue()));
            }
        });
    }

    // Properties

    /** How bright the window is. */
    public ObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    /** The size of letters, in px. */
    public NumberInput fontSize() {
        return fontSize;
    }

    /** Threads for training and prediction; 0 for as many as there are cores. */
    public NumberInput threads() {
        return threads;
    }

    /** The folder of the workspace. */
    public StringProperty workspaceProperty() {
        return workspace;
    }

    /** What computes here; null until it is known. */
    public ReadOnlyObjectProperty<EngineInfo> engineProperty() {
        return engine;
    }

    /** Name and version of the program and of what it stands on, one a line. */
    public List<String> versions() {
        String version = SettingsViewModel.class.getPackage().getImplementationVersion();
        return List.of(
                "MAFER Studio " + (version == null ? "(not packaged)" : version),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                "JavaFX " + System.getProperty("javafx.runtime.version", "unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
    }

    // Commands

    /** Which folder this window works in, where that is another than the one for the next start; else empty. */
    public String otherInUse() {
        return inUse.equals(workspace.get()) ? "" : inUse;
    }

    /** Asks for another folder for the workspace. */
    public void chooseWorkspace() {
        Optional<Path> folder = dialogs.chooseFolder("Choose the folder for experiments");
        folder.ifPresent(path -> preferences.change(s -> s.withWorkspace(path.toString())));
    }

    private void follow(Settings now) {
        theme.set(now.theme());
        if (!fontSize.isValid() || fontSize.getInt() != now.fontSize()) {
            fontSize.set(now.fontSize());
        }
        workspace.set(now.workspace().isEmpty() ? Folders.usual().workspace().toString() : now.workspace());
    }
}
