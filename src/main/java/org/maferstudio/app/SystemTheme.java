package org.maferstudio.app;

import java.util.List;
import java.util.Locale;
import org.maferstudio.settings.Settings;

/** Detects whether the system uses a light or dark theme; JavaFX 21 has no API for this. */
final class SystemTheme {
    private SystemTheme() {}

    /** Returns LIGHT or DARK; LIGHT if the system does not respond in time. */
    static Settings.Theme current() {
        return of(System.getProperty("os.name", ""), new SystemPrograms());
    }

    /**
     * Returns the theme of a system.
     *
     * @param system the value of {@code os.name}
     * @param programs runs the system's programs
     */
    static Settings.Theme of(String system, SystemPrograms programs) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean dark;
        if (name.contains("mac")) {
            dark = programs.output(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .contains("Dark");
        } else if (name.contains("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            dark = programs.output(List.of("reg", "query", key, "/v", "AppsUseLightTheme"))
                    .contains("0x0");
        } else {
            dark = programs.output(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
                    .contains("prefer-dark");
        }
        return dark ? Settings.Theme.DARK : Settings.Theme.LIGHT;
    }
}
