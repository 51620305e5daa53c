package org.maferstudio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.settings.WindowBounds;
import org.maferstudio.ui.controls.FileDialogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mafer screenshots}: opens the window, goes through every pane, and saves a screenshot of each. */
@Command(name = "screenshots", description = "Open every pane of the window and save a screenshot of each.")
public final class ScreenshotsCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Output folder.")
    private Path out;

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "light|dark",
            description = "Theme of the window: light or dark (default: ${DEFAULT-VALUE}).")
    private Settings.Theme theme;

    @Option(
            names = "--size",
            defaultValue = "1360x860",
            paramLabel = "WxH",
            description = "Size of the window in pixels (default: ${DEFAULT-VALUE}).")
    private String size;

    @Option(
            names = "--letters",
            defaultValue = "14",
            paramLabel = "PX",
            description = "Font size in pixels (default: ${DEFAULT-VALUE}).")
    private int letters;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Workspace to show, for example one created by mafer demo.")
    private Path workspace;

    @Override
    public Integer call() throws Exception {
        int[] sides = sides(size);
        DisplayCheck.ofThisMachine().requireWindow();
        Files.createDirectories(out);
        Path folder = Files.createTempDirectory("mafer-screenshots");
        try {
            return walk(folder, sides);
        } finally {
            ExperimentFolders.delete(folder);
        }
    }

    private int walk(Path folder, int[] sides) throws IOException, InterruptedException {
        Path file = folder.resolve("settings.json");
        new SettingsStore(file)
                .save(Settings.defaults()
                        .withTheme(theme)
                        .withFontSize(letters)
                        .withWindow(new WindowBounds(0, 0, sides[0], sides[1], false)));
        Path copy = folder.resolve("workspace");
        if (workspace != null) {
            copy(workspace, copy);
        }
        CompletableFuture<Integer> pictures = new CompletableFuture<>();
        Toolkit.open(
                GuiOptions.of(file, copy, null, FileDialogs.CANCEL),
                wiring -> new Walk(wiring, out, name(sides), pictures).start(),
                onStop -> {});
        try {
            return pictures.get() > 0 ? 0 : 1;
        } catch (ExecutionException e) {
            throw Problem.failure(
                    "The screenshot tour failed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** The walk clicks on everything, so it has its own copy of the experiments. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.endsWith(".lock")) {
                    Files.copy(file, target);
                }
            }
        } catch (NoSuchFileException e) {
            throw Problem.input("Workspace not found: " + from + ". Create one with mafer demo --out DIR.", e);
        }
    }

    private String name(int[] sides) {
        String other = letters == Settings.DEFAULT_FONT_SIZE ? "" : "-" + letters + "px";
        return theme.name().toLowerCase(Locale.ROOT) + "-" + sides[0] + "x" + sides[1] + other;
    }

    private static int[] sides(String size) {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw Problem.input("Invalid size " + size + ". Give width and height, such as 1280x720.");
        }
        String[] parts = size.split("x", 2);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }
}
