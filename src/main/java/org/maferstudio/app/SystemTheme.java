package org.maferstudio.app;

import java.util.List;
import java.util.Locale;
import org.maferstudio.settings.Settings;

/** Asks the system whether it uses a light or dark theme; JavaFX 21 has no API for this. */
final class SystemTheme {
    private SystemTheme() {}

    /** LIGHT or DARK; LIGHT if the system does not answer soon. */
    static Settings.Theme current() {
        return of(System.getProperty("os.name", ""), new SystemPrograms());
    }

    /**
     * The theme of a system.
     *
     * @param system the value of {@code os.name}
     * @param programs answers for the system
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
