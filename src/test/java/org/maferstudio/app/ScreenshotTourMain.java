package org.maferstudio.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.settings.WindowBounds;

/**
 * Takes {@link ScreenshotTour screenshot tours} of a real window in one process, each in a new window: one for every
 * theme, size and font size. The language is the process's, as texts may be kept once they were read.
 */
final class ScreenshotTourMain {
    private ScreenshotTourMain() {}

    /**
     * How a window looks.
     *
     * @param theme light or dark
     * @param width of the window, in px
     * @param height of the window, in px
     * @param fontSize in px
     */
    record Variant(Settings.Theme theme, int width, int height, int fontSize) {
        /** From such as {@code dark:1280x720@20}. */
        static Variant parse(String text) {
            String[] parts = text.split("[:x@]", 4);
            return new Variant(
                    Settings.Theme.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }

        Settings settings() {
            return Settings.defaults()
                    .withTheme(theme)
                    .withFontSize(fontSize)
                    .withWindow(new WindowBounds(0, 0, width, height, false));
        }

        /** The end of a file's name, such as {@code dark-1280x720-20px-it}. */
        String suffix() {
            String language = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
            return theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height
                    + (fontSize == Settings.DEFAULT_FONT_SIZE ? "" : "-" + fontSize + "px")
                    + (language.equals("en") ? "" : "-" + language);
        }
    }

    /**
     * Takes the tours and ends the process, with 1 if one failed.
     *
     * @param args a workspace with experiments, the folder for the screenshots, and variants such as
     *     {@code dark:1280x720@20}
     */
    public static void main(String[] args) throws Exception {
        List<String> failed = new ArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            thrown.printStackTrace();
            failed.add(thrown.toString());
        });
        // As in the program: the window's log has it, whose warnings fail the tour.
        for (Handler console : Logger.getLogger("").getHandlers()) {
            console.setLevel(Level.OFF);
        }
        Platform.startup(() -> Platform.setImplicitExit(false));
        for (String argument : Arrays.asList(args).subList(2, args.length)) {
            long begun = System.nanoTime();
            Variant variant = Variant.parse(argument);
            try {
                tour(variant, Path.of(args[0]), Path.of(args[1]));
            } catch (Exception e) {
                failed.add(variant.suffix() + ": " + e.getMessage());
            }
            System.out.printf(Locale.ROOT, "%s: %.0f s%n", variant.suffix(), (System.nanoTime() - begun) / 1e9);
        }
        failed.forEach(System.out::println);
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    private static void tour(Variant variant, Path workspace, Path out) throws Exception {
        Path folder = Files.createTempDirectory("mafer-tour");
        Path settings = folder.resolve("settings.json");
        new SettingsStore(settings).save(variant.settings());
        ScreenshotsCommand.copy(workspace, folder.resolve("workspace"));
        try {
            OpenWindow.visit(
                    settings, folder.resolve("workspace"), wiring -> new ScreenshotTour(wiring, out, variant.suffix())
                            .run());
        } finally {
            ExperimentFolders.delete(folder);
        }
    }
}
