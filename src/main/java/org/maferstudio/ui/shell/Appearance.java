package org.maferstudio.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.settings.Settings;
import org.maferstudio.ui.workbench.Preferences;

/** Applies the theme, the font size and the style sheets to the window, and provides the matching style of figures. */
public final class Appearance {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Preferences preferences;
    private final Settings.Theme system;
    private final ReadOnlyObjectWrapper<FigureStyle> style =
            new ReadOnlyObjectWrapper<>(this, "style", FigureStyle.light());

    /**
     * Creates the appearance from the settings.
     *
     * @param system the theme of the system: LIGHT or DARK
     */
    public Appearance(Preferences preferences, Settings.Theme system) {
        this.preferences = preferences;
        this.system = system;
        style.set(chooseStyle());
    }

    /** The current colours and font of figures. */
    public ReadOnlyObjectProperty<FigureStyle> styleProperty() {
        return style.getReadOnlyProperty();
    }

    /** Applies the appearance to a scene, now and whenever the settings change. */
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(styleSheet("bridge.css"), styleSheet("mafer.css"));
        preferences.settingsProperty().addListener((property, old, now) -> {
            if (old.theme() != now.theme() || old.fontSize() != now.fontSize()) {
                apply(scene);
            }
        });
        apply(scene);
    }

    /** Switches between light and dark. */
    public void toggle() {
        preferences.change(settings -> settings.withTheme(isDark() ? Settings.Theme.LIGHT : Settings.Theme.DARK));
    }

    /** Changes the font size by so many px. */
    public void resize(int by) {
        int size = preferences.get().fontSize() + by;
        if (size >= Settings.SMALLEST_FONT && size <= Settings.LARGEST_FONT) {
            preferences.change(settings -> settings.withFontSize(size));
        }
    }

    /** Resets the font size. */
    public void resetSize() {
        preferences.change(settings -> settings.withFontSize(Settings.DEFAULT_FONT_SIZE));
    }

    private void apply(Scene scene) {
        style.set(chooseStyle());
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().setStyle("-fx-font-size: " + preferences.get().fontSize() + "px;");
    }

    private boolean isDark() {
        return theme() == Settings.Theme.DARK;
    }

    private Settings.Theme theme() {
        Settings.Theme chosen = preferences.get().theme();
        return chosen == Settings.Theme.SYSTEM ? system : chosen;
    }

    private FigureStyle chooseStyle() {
        FigureStyle base = isDark() ? FigureStyle.dark() : FigureStyle.light();
        return base.withFontSize(preferences.get().fontSize() * base.fontSize() / Settings.DEFAULT_FONT_SIZE);
    }

    /** The style sheets above the theme, for windows of their own and for tests. */
    public static List<String> styleSheets() {
        return List.of(styleSheet("bridge.css"), styleSheet("mafer.css"));
    }

    private static String styleSheet(String name) {
        URL url = Appearance.class.getResource("/style/" + name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }
}
