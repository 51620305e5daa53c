package org.maferstudio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.files.OutputFolder;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.settings.WindowBounds;
import org.maferstudio.ui.controls.FileDialogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code mafer screenshots}: saves a screenshot of every pane.
 *
 * <p>Hidden, as it serves those who measure the program and not those who use it.
 */
@Command(
        name = "screenshots",
        hidden = true,
        description = "Open every pane of the window and save a screenshot of each.")
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
            names = {"--font-size", "--letters"},
            defaultValue = "14",
            paramLabel = "PX",
            description = "Font size in pixels (default: ${DEFAULT-VALUE}).")
    private int fontSize;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Workspace to show, for example one created by mafer demo.")
    private Path workspace;

    @Override
    public Integer call() throws Exception {
        int[] sides = sides(size);
        DisplayCheck.ofThisMachine().requireWindow();
        Files.createDirectories(OutputFolder.of(out));
        Path folder = Files.createTempDirectory("mafer-screenshots");
        try {
            open(folder, sides);
            return 0;
        } finally {
            ExperimentFolders.delete(folder);
        }
    }

    private void open(Path folder, int[] sides) throws IOException, InterruptedException {
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
        settings.save(Settings.defaults()
                .withTheme(theme)
                .withFontSize(fontSize)
                .withWindow(new WindowBounds(0, 0, sides[0], sides[1], false)));
        Path copy = folder.resolve("workspace");
        if (workspace != null) {
            copy(workspace, copy);
        }
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Toolkit.open(
                GuiOptions.of(folder.resolve("settings.json"), copy, null, FileDialogs.CANCEL),
                wiring -> new Thread(() -> saveAll(wiring, done), "screenshots").start(),
                onStop -> {});
        try {
            done.get();
        } catch (ExecutionException e) {
            throw Problem.failure(
                    "The screenshots could not be taken: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** The panes show a copy, as they could change the workspace. */
    static void copy(Path from, Path to) throws IOException {
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

    private void saveAll(Wiring wiring, CompletableFuture<Boolean> done) {
        try {
            WindowDriver driver = new WindowDriver(wiring);
            driver.hidePointer();
            driver.run(() -> wiring.workbench().datasetSourceProperty().set(DatasetSource.of("drawn")));
            List<String> panes = driver.ask(() -> wiring.window().shell().paneIds());
            for (String pane : panes) {
                driver.show(pane);
                driver.save(out.resolve(pane + "-" + suffix() + ".png"));
            }
            done.complete(true);
        } catch (IOException | InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        } finally {
            Platform.runLater(() -> wiring.window().stage().hide());
        }
    }

    private String suffix() {
        String font = fontSize == Settings.DEFAULT_FONT_SIZE ? "" : "-" + fontSize + "px";
        return theme.name().toLowerCase(Locale.ROOT) + "-" + size + font;
    }

    private static int[] sides(String size) {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw Problem.input("Invalid size " + size + ". Give width and height, such as 1280x720.");
        }
        String[] parts = size.split("x", 2);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }
}
