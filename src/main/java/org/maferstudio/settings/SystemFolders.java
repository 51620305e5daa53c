package org.maferstudio.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The default folders of the operating system.
 *
 * @param settingsFile the settings file
 * @param workspace the default folder of experiments
 * @param cache for data that can be recomputed
 */
public record SystemFolders(Path settingsFile, Path workspace, Path cache) {
    private static final String NAME = "mafer-studio";
    private static final String TITLE = "MAFER Studio";

    /** The folders of this system. */
    public static SystemFolders ofThisSystem() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /**
     * The folders of a system: XDG's on Linux, Application Support on macOS, AppData on Windows.
     *
     * @param system the value of {@code os.name}
     */
    static SystemFolders of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            Path support =
                    home.resolve("Library").resolve("Application Support").resolve(TITLE);
            Path caches = home.resolve("Library").resolve("Caches").resolve(TITLE);
            return new SystemFolders(support.resolve("settings.json"), support.resolve("workspace"), caches);
        }
        if (name.contains("windows")) {
            Path roaming =
                    folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
            Path local =
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            return new SystemFolders(
                    roaming.resolve(TITLE).resolve("settings.json"),
                    local.resolve(TITLE).resolve("workspace"),
                    local.resolve(TITLE).resolve("cache"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
        Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        Path cache = folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        return new SystemFolders(
                config.resolve(NAME).resolve("settings.json"),
                data.resolve(NAME).resolve("workspace"),
                cache.resolve(NAME));
    }

    /** The folder of saved duplicate searches. */
    public Path duplicates() {
        return cache.resolve("duplicates");
    }

    /** The folder of the user's presets, beside a settings file. */
    public static Path presets(Path settingsFile) {
        return settingsFile.resolveSibling("presets");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
