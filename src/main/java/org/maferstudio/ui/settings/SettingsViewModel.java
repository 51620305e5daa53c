package org.maferstudio.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.parts.NumberInput;
import org.maferstudio.ui.parts.Preferences;

/** What can be set once for the whole program; each change holds at once. */
public final class SettingsViewModel {
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final Path usualWorkspace;
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final NumberInput fontSize;
    private final NumberInput threads;
    private final StringProperty workspace = new SimpleStringProperty(this, "workspace");

    /** The settings as they are. */
    public SettingsViewModel(Preferences preferences, FileDialogs dialogs, Path usualWorkspace) {
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.usualWorkspace = usualWorkspace;
        Settings now = preferences.get();
        fontSize = NumberInput.whole(10, 24, now.fontSize());
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

    // Commands

    /** Asks for another folder for the workspace. */
    public void chooseWorkspace() {
        Optional<Path> folder = dialogs.chooseFolder("Choose the folder for experiments");
        folder.ifPresent(path -> preferences.change(s -> s.withWorkspace(path.toString())));
    }

    private void follow(Settings now) {
        theme.set(now.theme());
        workspace.set(now.workspace().isEmpty() ? usualWorkspace.toString() : now.workspace());
    }
}
