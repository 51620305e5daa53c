package org.maferstudio.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.Folders;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SettingsStore;
import org.maferstudio.ui.datasets.DatasetsView;
import org.maferstudio.ui.parts.BackgroundJobs;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.parts.FileDialogs;
import org.maferstudio.ui.parts.LogBuffer;
import org.maferstudio.ui.parts.PaneEntry;
import org.maferstudio.ui.parts.Preferences;
import org.maferstudio.ui.results.ResultsView;
import org.maferstudio.ui.schedule.ScheduleView;
import org.maferstudio.ui.settings.SettingsView;
import org.maferstudio.ui.settings.SettingsViewModel;
import org.maferstudio.ui.shell.Appearance;
import org.maferstudio.ui.shell.ShellView;
import org.maferstudio.ui.shell.ShellViewModel;
import org.maferstudio.ui.shell.StudioWindow;
import org.maferstudio.ui.start.StartView;
import org.maferstudio.ui.start.StartViewModel;
import org.maferstudio.ui.training.TrainingView;

/**
 * Calls all the constructors of the window, on the screen's thread.
 *
 * <p>View models are made at once, since they listen to the {@link Desk}; views when they are first opened.
 */
final class Wiring implements AutoCloseable {
    private final FileDialogs dialogs;
    private final LogBuffer log = new LogBuffer();
    private final BackgroundJobs jobs;
    private final Preferences preferences;
    private final Desk desk;
    private final Figures figures;
    private final StudioWindow window;

    /** A window that is not yet shown. */
    Wiring(GuiOptions options, Executor screen, Settings.Theme systemTheme, FileDialogs dialogs) {
        this.dialogs = dialogs;
        Logger.getLogger("").addHandler(log);
        jobs = new BackgroundJobs(screen, this::tell);
        preferences = new Preferences(new SettingsStore(options.settingsFile()), jobs);
        desk = new Desk(workspace(options));
        Appearance appearance = new Appearance(preferences, systemTheme);
        figures = new Figures(jobs, dialogs, appearance.lookProperty());
        ShellViewModel shell = new ShellViewModel(desk, jobs, log);
        int threads = preferences.get().threads();
        shell.deviceProperty()
                .set("CPU · " + (threads == 0 ? Runtime.getRuntime().availableProcessors() : threads) + " threads");
        window = new StudioWindow(new ShellView(panes(), shell), shell, preferences, appearance);
    }

    /** The window. */
    StudioWindow window() {
        return window;
    }

    /** The background. */
    BackgroundJobs jobs() {
        return jobs;
    }

    /** Paints and saves the figures of all panes. */
    Figures figures() {
        return figures;
    }

    /** What the panes share. */
    Desk desk() {
        return desk;
    }

    /** Takes no more work. */
    @Override
    public void close() {
        jobs.close();
        Logger.getLogger("").removeHandler(log);
    }

    private List<PaneEntry> panes() {
        StartViewModel start = new StartViewModel(desk, preferences);
        SettingsViewModel settings =
                new SettingsViewModel(preferences, dialogs, Folders.usual().workspace());
        return List.of(
                new PaneEntry("start", "Start", Feather.HOME, () -> new StartView(start)),
                new PaneEntry("datasets", "Datasets", Feather.DATABASE, DatasetsView::new),
                new PaneEntry("schedule", "Schedule", Feather.LAYERS, ScheduleView::new),
                new PaneEntry("training", "Training", Feather.TRENDING_UP, TrainingView::new),
                new PaneEntry("results", "Results", Feather.GRID, ResultsView::new),
                new PaneEntry("settings", "Settings", Feather.SETTINGS, () -> new SettingsView(settings)));
    }

    private Path workspace(GuiOptions options) {
        String chosen = preferences.get().workspace();
        return options.workspace().orElse(chosen.isEmpty() ? Folders.usual().workspace() : Path.of(chosen));
    }

    private void tell(Problem problem) {
        window.tell(problem);
    }
}
