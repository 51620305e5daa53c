package org.maferstudio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maferstudio.job.Problem;

/** Checks, before JavaFX starts, whether a window can be opened: on Linux, a missing library terminates the process. */
final class DisplayCheck {
    /** Libraries that the toolkit loads on Linux, and Debian's packages of them. */
    private static final List<Map.Entry<String, String>> LIBRARIES = List.of(
            Map.entry("libgtk-3.so.0", "libgtk-3-0"),
            Map.entry("libpango-1.0.so.0", "libpango-1.0-0"),
            Map.entry("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
            Map.entry("libfreetype.so.6", "libfreetype6"),
            Map.entry("libfontconfig.so.1", "libfontconfig1"),
            Map.entry("libXtst.so.6", "libxtst6"),
            Map.entry("libXxf86vm.so.1", "libxxf86vm1"));

    private static final String FONT_PACKAGE = "fonts-dejavu-core";
    private static final int FONT_DEPTH = 6;
    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private final String system;
    private final Map<String, String> environment;
    private final Path root;
    private final SystemPrograms programs;

    /**
     * Of a given system.
     *
     * @param system the value of {@code os.name}
     * @param root of the file system
     * @param programs runs {@code ldconfig}
     */
    DisplayCheck(String system, Map<String, String> environment, Path root, SystemPrograms programs) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.root = root;
        this.programs = programs;
    }

    /** Of this system. */
    static DisplayCheck ofThisMachine() {
        return new DisplayCheck(System.getProperty("os.name", ""), System.getenv(), Path.of("/"), new SystemPrograms());
    }

    /**
     * Requires a display and all libraries.
     *
     * @throws Problem if a window cannot be opened here, with what is missing
     */
    void requireWindow() {
        noDisplay().or(this::missingPackages).ifPresent(sentence -> {
            throw Problem.failure(sentence);
        });
    }

    /** Why there is no display; empty if there is one. */
    Optional<String> noDisplay() {
        if (!system.contains("linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of("No display is available (DISPLAY is not set).");
        }
        Matcher local = LOCAL_DISPLAY.matcher(display);
        boolean dead = local.matches()
                && Files.isDirectory(root.resolve("tmp/.X11-unix"))
                && !Files.exists(root.resolve("tmp/.X11-unix/X" + local.group(1)));
        return dead ? Optional.of("The display " + display + " does not respond.") : Optional.empty();
    }

    /** The missing Debian packages as a message; empty if none or unknown. */
    Optional<String> missingPackages() {
        if (!system.contains("linux")) {
            return Optional.empty();
        }
        String known = programs.output(List.of("/sbin/ldconfig", "-p"));
        if (!known.contains("libc.so")) {
            return Optional.empty(); // The libraries are unknown, so the toolkit may try.
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> library : LIBRARIES) {
            if (!known.contains(library.getKey()) && !onLibraryPath(library.getKey())) {
                missing.add(library.getValue());
            }
        }
        if (!hasFont()) {
            missing.add(FONT_PACKAGE);
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Packages required by the window are missing. On Debian or Ubuntu: apt-get install "
                        + String.join(" ", missing));
    }

    private boolean onLibraryPath(String library) {
        return Stream.of(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.exists(Path.of(folder).resolve(library)));
    }

    private boolean hasFont() {
        String home = environment.getOrDefault("HOME", "/root");
        return Stream.of(
                        root.resolve("usr/share/fonts"),
                        root.resolve("usr/local/share/fonts"),
                        root.resolve("usr/share/X11/fonts"),
                        Path.of(home, ".fonts"),
                        Path.of(home, ".local/share/fonts"))
                .anyMatch(DisplayCheck::holdsFont);
    }

    private static boolean holdsFont(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FONT_DEPTH)) {
            return files.anyMatch(file -> file.toString().matches(".*\\.(ttf|otf|ttc|pfb)"));
        } catch (IOException e) {
            return false; // The folder does not exist, so it has no fonts.
        }
    }
}
