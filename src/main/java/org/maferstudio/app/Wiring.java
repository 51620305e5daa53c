package org.maferstudio.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.job.Problem;
import org.maferstudio.live.LiveNetworks;
import org.maferstudio.network.check.EngineVerdict;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.analysis.AnalysisServices;
import org.maferstudio.ui.analysis.AnalysisView;
import org.maferstudio.ui.analysis.AnalysisViewModel;
import org.maferstudio.ui.analysis.FilmAnalyser;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.datasets.DatasetsView;
import org.maferstudio.ui.datasets.DatasetsViewModel;
import org.maferstudio.ui.embedding.EmbeddingMaker;
import org.maferstudio.ui.embedding.EmbeddingView;
import org.maferstudio.ui.embedding.EmbeddingViewModel;
import org.maferstudio.ui.jobs.BackgroundJobs;
import org.maferstudio.ui.live.LiveServices;
import org.maferstudio.ui.live.LiveView;
import org.maferstudio.ui.live.LiveViewModel;
import org.maferstudio.ui.live.NetworkOpener;
import org.maferstudio.ui.results.ResultsView;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.schedule.ScheduleView;
import org.maferstudio.ui.schedule.ScheduleViewModel;
import org.maferstudio.ui.settings.EngineChecks;
import org.maferstudio.ui.settings.SettingsView;
import org.maferstudio.ui.settings.SettingsViewModel;
import org.maferstudio.ui.shell.Appearance;
import org.maferstudio.ui.shell.ShellView;
import org.maferstudio.ui.shell.ShellViewModel;
import org.maferstudio.ui.shell.StudioWindow;
import org.maferstudio.ui.start.StartView;
import org.maferstudio.ui.start.StartViewModel;
import org.maferstudio.ui.training.EngineTrainer;
import org.maferstudio.ui.training.TrainingView;
import org.maferstudio.ui.training.TrainingViewModel;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.EngineInfo;
import org.maferstudio.ui.workbench.ExperimentOpener;
import org.maferstudio.ui.workbench.LogBuffer;
import org.maferstudio.ui.workbench.PaneEntry;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.ui.workbench.WorkspaceWatch;

/**
 * Creates all objects of the window, on the JavaFX thread.
 *
 * <p>View models are created immediately, because they listen to the {@link Workbench}; views when they are first
 * opened.
 */
final class Wiring implements AutoCloseable {
    /** Longer side of the thumbnails in pixels, sharp at double scale. */
    private static final int THUMBNAIL_SIDE = 128;

    /** How often the workspace is checked for experiments of other programs. */
    private static final Duration BETWEEN_LOOKS = Duration.seconds(2);

    /** Lines of the log in an error report. */
    private static final int REPORTED = 200;

    private final FileDialogs dialogs;
    private final LogBuffer log = new LogBuffer();
    private final BackgroundJobs jobs;
    private final Preferences preferences;
    private final Workbench workbench;
    private final ExperimentOpener openings;
    private final FigureRenderer figures;
    private final StudioWindow window;
    private final Thumbnails<Sample> thumbnails;
    private final DatasetsViewModel datasets;
    private final ResultsViewModel results;
    private final TrainingViewModel training;
    private final LiveViewModel live;
    private final AnalysisViewModel analysis;
    private final Timeline watch = new Timeline();
    private final ObjectProperty<EngineInfo> engine = new SimpleObjectProperty<>(this, "engine");

    /**
     * Creates a window that is not yet shown.
     *
     * @param systemTheme the theme of the system
     * @param screen runs on the JavaFX thread
     */
    Wiring(GuiOptions options, Settings.Theme systemTheme, Executor screen) {
        dialogs = options.dialogs();
        Logger.getLogger("").addHandler(log);
        jobs = new BackgroundJobs(screen, this::showProblem);
        preferences = new Preferences(options.store(), options.settings(), jobs);
        workbench = new Workbench(options.workspace());
        workbench.show(preferences.get().pane());
        workbench.listWidthProperty().set(preferences.get().listWidth());
        preferences.settingsProperty().subscribe(now -> {
            workbench.datasetTitlesProperty().set(DatasetTitles.of(now));
            workbench.jobSetupProperty().set(now.jobSetup());
        });
        workbench
                .presets()
                .open(new OwnPresets(SystemFolders.presets(options.store().file())), jobs);
        openings = new ExperimentOpener(workbench, jobs, dialogs);
        Appearance appearance = new Appearance(preferences, systemTheme);
        thumbnails = new Thumbnails<>(jobs, sample -> sample.pixels().read(), THUMBNAIL_SIDE);
        figures = new FigureRenderer(jobs, dialogs, appearance.styleProperty());
        datasets = new DatasetsViewModel(workbench, preferences, jobs, dialogs);
        results = new ResultsViewModel(workbench, jobs, dialogs, ExperimentEvaluator.ENGINE);
        training = new TrainingViewModel(workbench, jobs, new EngineTrainer(), dialogs);
        Path gallery = IncludedExperiments.folderIn(workbench.workspace().folder());
        live = new LiveViewModel(
                workbench,
                jobs,
                dialogs,
                screen,
                new LiveServices(NetworkOpener.ENGINE, () -> LiveNetworks.included(gallery)));
        analysis = new AnalysisViewModel(
                workbench,
                jobs,
                dialogs,
                new AnalysisServices(FilmAnalyser.ENGINE, () -> LiveNetworks.included(gallery)));
        ShellViewModel shell = new ShellViewModel(workbench, jobs, log);
        window = new StudioWindow(new ShellView(panes(), shell), shell, preferences, appearance, openings);
        watch.setCycleCount(Animation.INDEFINITE);
        WorkspaceWatch workspace = new WorkspaceWatch(workbench, jobs);
        watch.getKeyFrames().add(new KeyFrame(BETWEEN_LOOKS, event -> workspace.check()));
        watch.play();
        // After the window is open, because loading the engine uses a core and half of the memory.
        window.stage().setOnShown(event -> loadEngine(shell));
    }

    /** The window. */
    StudioWindow window() {
        return window;
    }

    /** The background jobs. */
    BackgroundJobs jobs() {
        return jobs;
    }

    /** Opens experiments and bundles from anywhere. */
    ExperimentOpener openings() {
        return openings;
    }

    /** Paints and saves the figures of all panes. */
    FigureRenderer figures() {
        return figures;
    }

    /** Whether work that was started has not yet ended. */
    boolean busy() {
        return jobs.busyProperty().get() > 0 || live.opening();
    }

    /** The view model of the Results pane. */
    ResultsViewModel results() {
        return results;
    }

    /** The last lines of the log. */
    LogBuffer log() {
        return log;
    }

    /** What the panes share. */
    Workbench workbench() {
        return workbench;
    }

    /** The view model of the Datasets pane. */
    DatasetsViewModel datasets() {
        return datasets;
    }

    /** The view model of the Training pane. */
    TrainingViewModel training() {
        return training;
    }

    /** The view model of the Live pane. */
    LiveViewModel live() {
        return live;
    }

    /** The view model of the pane of videos. */
    AnalysisViewModel analysis() {
        return analysis;
    }

    /** Accepts no more work. */
    @Override
    public void close() {
        watch.stop();
        live.close();
        analysis.close();
        jobs.close();
        openings.close();
        workbench.workspace().close();
        Logger.getLogger("").removeHandler(log);
    }

    private List<PaneEntry> panes() {
        StartViewModel start = new StartViewModel(
                workbench,
                preferences,
                jobs,
                StartViewModel.DemoRun.ENGINE,
                IncludedExperiments.folderIn(workbench.workspace().folder()));
        SettingsViewModel settings = new SettingsViewModel(
                preferences,
                jobs,
                new SettingsViewModel.Services(dialogs, TorchProbe::run, () -> log.texts(REPORTED)),
                engine,
                workbench.workspace().folder());
        EngineChecks checks = new EngineChecks(jobs, engine, EngineVerdict::cached);
        ScheduleViewModel schedule = new ScheduleViewModel(workbench, jobs);
        EmbeddingViewModel embedding = new EmbeddingViewModel(workbench, jobs, dialogs, EmbeddingMaker.ENGINE);
        return List.of(
                new PaneEntry("start", Texts.of("app.panes.start"), Feather.HOME, () -> new StartView(start)),
                new PaneEntry(
                        "datasets",
                        Texts.of("app.panes.datasets"),
                        Feather.DATABASE,
                        () -> new DatasetsView(datasets, figures, thumbnails)),
                new PaneEntry(
                        "schedule",
                        Texts.of("app.panes.schedule"),
                        Feather.LAYERS,
                        () -> new ScheduleView(schedule, figures)),
                new PaneEntry(
                        "training",
                        Texts.of("app.panes.training"),
                        Feather.TRENDING_UP,
                        () -> new TrainingView(training, figures)),
                new PaneEntry(
                        "results",
                        Texts.of("app.panes.results"),
                        Feather.GRID,
                        () -> new ResultsView(results, figures, thumbnails)),
                new PaneEntry(
                        "embedding",
                        Texts.of("app.panes.embedding"),
                        Feather.SHARE_2,
                        () -> new EmbeddingView(embedding, figures, thumbnails)),
                new PaneEntry("live", Texts.of("app.panes.live"), Feather.VIDEO, () -> new LiveView(live, figures)),
                new PaneEntry(
                        "analysis",
                        Texts.of("app.panes.analysis"),
                        Feather.FILM,
                        () -> new AnalysisView(analysis, figures)),
                new PaneEntry(
                        "settings",
                        Texts.of("app.panes.settings"),
                        Feather.SETTINGS,
                        () -> new SettingsView(settings, checks)));
    }

    private void loadEngine(ShellViewModel shell) {
        int chosen = preferences.get().threads();
        int threads = chosen == 0 ? ComputeEngine.defaultThreads() : chosen;
        jobs.quiet(
                Texts.of("app.engine.job"),
                progress -> EngineInfo.of(ComputeEngine.load(threads), threads),
                (EngineInfo info) -> {
                    engine.set(info);
                    shell.deviceProperty().set(info.device());
                });
    }

    /** Shows a problem to the user. */
    void showProblem(Problem problem) {
        window.showProblem(problem);
    }
}
