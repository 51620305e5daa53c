package org.maferstudio.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.job.Problem;
import org.maferstudio.network.check.SelfTest;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.InstalledTorch;
import org.maferstudio.settings.Settings;
import org.maferstudio.settings.SystemFolders;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.EngineInfo;
import org.maferstudio.ui.workbench.Preferences;

/** The view model of the Settings pane; changes take effect immediately. */
public final class SettingsViewModel {
    /** Tests an installed PyTorch in another process; returns its output, or throws. */
    @FunctionalInterface
    public interface Trial {
        String of(InstalledTorch torch);
    }

    /**
     * What the settings work with.
     *
     * @param dialogs asks for files
     * @param trial tries an installed PyTorch
     * @param log the last lines of the log
     */
    public record Services(FileDialogs dialogs, Trial trial, Supplier<List<String>> log) {}

    private final Preferences preferences;
    private final Jobs jobs;
    private final Services services;
    private final ReadOnlyStringWrapper tested = new ReadOnlyStringWrapper(this, "tested", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(this, "testing");
    private final ReadOnlyObjectWrapper<Settings.Torch> torch = new ReadOnlyObjectWrapper<>(this, "torch");
    private final ReadOnlyObjectProperty<EngineInfo> engine;
    private final ObjectProperty<Settings.Theme> theme = new SimpleObjectProperty<>(this, "theme");
    private final NumberInput fontSize;
    private final NumberInput threads;
    private final StringProperty jobSetup = new SimpleStringProperty(this, "jobSetup");
    private final String inUse;
    private final StringProperty workspace = new SimpleStringProperty(this, "workspace");

    /**
     * The settings as they are.
     *
     * @param inUse the folder that this window works in, which may be another than the one that is kept
     */
    public SettingsViewModel(
            Preferences preferences,
            Jobs jobs,
            Services services,
            ReadOnlyObjectProperty<EngineInfo> engine,
            Path inUse) {
        this.services = services;
        this.jobs = jobs;
        this.inUse = inUse.toString();
        this.preferences = preferences;
        this.engine = engine;
        Settings now = preferences.get();
        fontSize = NumberInput.whole(Settings.SMALLEST_FONT, Settings.LARGEST_FONT, now.fontSize());
        threads = NumberInput.whole(0, 256, now.threads());
        update(now);
        preferences.settingsProperty().addListener((property, old, changed) -> update(changed));
        theme.addListener((property, old, chosen) -> preferences.change(s -> s.withTheme(chosen)));
        fontSize.valueProperty().addListener((property, old, size) -> {
            if (size != null) {
                preferences.change(s -> s.withFontSize(size.intValue()));
            }
        });
        jobSetup.set(String.join("\n", now.jobSetup()));
        jobSetup.addListener((property, old, typed) -> preferences.change(s -> s.withJobSetup(
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())));
        threads.valueProperty().addListener((property, old, count) -> {
            if (count != null) {
                preferences.change(s -> s.withThreads(count.intValue()));
            }
        });
    }

    // Properties

    /** How bright the window is. */
    public ObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    /** The font size, in px. */
    public NumberInput fontSize() {
        return fontSize;
    }

    /** Threads for training and prediction; 0 for as many as there are cores. */
    public NumberInput threads() {
        return threads;
    }

    /** Lines of shell that each job of a cluster runs first. */
    public StringProperty jobSetupProperty() {
        return jobSetup;
    }

    /** The folder of the workspace. */
    public StringProperty workspaceProperty() {
        return workspace;
    }

    /** The engine; null until it is loaded. */
    public ReadOnlyObjectProperty<EngineInfo> engineProperty() {
        return engine;
    }

    /** The result of the engine test; empty before the first. */
    public ReadOnlyStringProperty testedProperty() {
        return tested.getReadOnlyProperty();
    }

    /** Why an engine cannot be used; empty if there is no problem. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Whether an engine is being tested. */
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /** The installed PyTorch of the next start; null for the included engine. */
    public ReadOnlyObjectProperty<Settings.Torch> torchProperty() {
        return torch.getReadOnlyProperty();
    }

    /** Name and version of the program and of its libraries, one per line. */
    public List<String> versions() {
        return About.versions(engine.get());
    }

    /** What helps to find an error: versions, devices and the last lines of the log, without folders of the user. */
    public String errorReport() {
        return About.report(engine.get(), services.log().get());
    }

    // Commands

    /** Which folder this window works in, where that is another than the one for the next start; else empty. */
    public String otherInUse() {
        return inUse.equals(workspace.get()) ? "" : inUse;
    }

    /** Asks for another folder for the workspace. */
    public void chooseWorkspace() {
        Optional<Path> folder = services.dialogs().chooseFolder(Texts.of("settings.work.folder.dialog"));
        folder.ifPresent(path -> preferences.change(s -> s.withWorkspace(path.toString())));
    }

    /** Tests every device with computations whose exact result is known. */
    public void testEngine() {
        EngineInfo info = engine.get();
        if (info == null || testing.get()) {
            return;
        }
        begin();
        jobs.start(JobPlan.<List<SelfTest.Result>>of(
                        Texts.of("settings.engine.test.job"),
                        progress -> SelfTest.run(ComputeEngine.load(info.threads()), progress))
                .onDone(results -> {
                    testing.set(false);
                    tested.set(results.stream().map(SelfTest.Result::sentence).collect(Collectors.joining("\n")));
                })
                .onProblem(this::showProblem));
    }

    /** Asks for an installed PyTorch, tests it, and saves it for the next start if it works. */
    public void chooseTorch() {
        if (testing.get()) {
            return;
        }
        services.dialogs()
                .chooseFolder(Texts.of("settings.engine.torch.dialog", InstalledTorch.VERSION))
                .ifPresent(folder -> {
                    begin();
                    jobs.start(JobPlan.<Tried>of(
                                    Texts.of("settings.engine.torch.job"),
                                    progress -> Tried.of(folder, services.trial()))
                            .onDone(this::save)
                            .onProblem(this::showProblem));
                });
    }

    /** Uses the included engine from the next start. */
    public void forgetTorch() {
        preferences.change(s -> s.withTorch(null));
        tested.set(Texts.of("settings.engine.torch.removed"));
    }

    private void save(Tried tried) {
        testing.set(false);
        InstalledTorch found = tried.torch();
        preferences.change(
                s -> s.withTorch(new Settings.Torch(found.libraries().toString(), found.version(), found.flavor())));
        tested.set(Texts.of("settings.engine.torch.tested", tried.printed()));
    }

    private void begin() {
        testing.set(true);
        tested.set("");
        problem.set("");
    }

    private void showProblem(Problem why) {
        testing.set(false);
        problem.set(why.getMessage());
    }

    /** What was tried, and what it printed. */
    private record Tried(InstalledTorch torch, String printed) {
        static Tried of(Path folder, Trial trial) {
            InstalledTorch torch = InstalledTorch.of(folder);
            return new Tried(torch, trial.of(torch));
        }
    }

    private void update(Settings now) {
        torch.set(now.torch());
        theme.set(now.theme());
        if (!fontSize.isValid() || fontSize.getInt() != now.fontSize()) {
            fontSize.set(now.fontSize());
        }
        workspace.set(
                now.workspace().isEmpty()
                        ? SystemFolders.ofThisSystem().workspace().toString()
                        : now.workspace());
    }
}
