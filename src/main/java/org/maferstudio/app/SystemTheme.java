package org.maferstudio.app;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.maferstudio.settings.Settings;

/** Asks the system whether it is bright or dark; JavaFX 21 cannot tell. */
final class SystemTheme {
    private static final long PATIENCE_MS = 400;

    private SystemTheme() {}

    /** LIGHT or DARK; LIGHT where the system does not say within a moment. */
    static Settings.Theme ask() {
        return of(System.getProperty("os.name", ""), SystemTheme::output);
    }

    /**
     * What a system says.
     *
     * @param system as {@code os.name} says it
     * @param run runs a command and gives what it prints; empty if it does not exist
     */
    static Settings.Theme of(String system, Function<List<String>, String> run) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean dark;
        if (name.contains("mac")) {
            dark = run.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .contains("Dark");
        } else if (name.contains("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            dark = run.apply(List.of("reg", "query", key, "/v", "AppsUseLightTheme"))
                    .contains("0x0");
        } else {
            dark = run.apply(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
                    .contains("prefer-dark");
        }
        return dark ? Settings.Theme.DARK : Settings.Theme.LIGHT;
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        } catch (IOException e) {
            return ""; // No such command here: the system does not say.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
