package org.maferstudio.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.TimeLeft;
import org.maferstudio.settings.Settings;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.LogBuffer;
import org.maferstudio.ui.workbench.Workbench;

/** What the frame shows: the pane in front, the running job, the log, the device. */
public final class ShellViewModel {
    private final Workbench workbench;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Job> running = new ReadOnlyObjectWrapper<>(this, "running");
    private final ReadOnlyIntegerWrapper runningCount = new ReadOnlyIntegerWrapper(this, "runningCount");
    private final ObservableList<LogBuffer.Line> lines = FXCollections.observableArrayList();
    private final ObservableList<LogBuffer.Line> shownLines = FXCollections.unmodifiableObservableList(lines);
    private final IntegerProperty unseenWarnings = new SimpleIntegerProperty(this, "unseenWarnings");
    private final StringProperty device = new SimpleStringProperty(this, "device", "");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", "");
    private final SortedList<Job> ordered;

    /** The frame's view model over the workbench, the jobs and the log. */
    public ShellViewModel(Workbench workbench, Jobs jobs, LogBuffer log) {
        this.workbench = workbench;
        this.jobs = jobs;
        ordered = new SortedList<>(jobs.listed(), Comparator.comparing(ShellViewModel::rank));
        jobs.listed().addListener((ListChangeListener<Job>) change -> chooseRunning());
        lines.setAll(log.lines());
        unseenWarnings.set(
                (int) lines.stream().filter(LogBuffer.Line::isWarning).count());
        Consumer<LogBuffer.Line> toScreen = jobs.batches(this::append);
        log.setListener(toScreen);
    }

    // Properties

    /** The id of the pane in front. */
    public StringProperty paneProperty() {
        return workbench.paneProperty();
    }

    /** Settings that keep which pane is in front, and the width of the list of experiments. */
    Settings remember(Settings settings) {
        return settings.withPane(workbench.paneProperty().get())
                .withListWidth(workbench.listWidthProperty().get());
    }

    /** Reads the experiments of the workspace and the dataset at hand again, in all panes. */
    void refresh() {
        workbench.rereadDataset();
        workbench.notifyExperimentsChanged();
    }

    /** The job that the status bar shows: the one that runs since longest; null if none does. */
    public ReadOnlyObjectProperty<Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many listed jobs wait or run. */
    public ReadOnlyIntegerProperty runningCountProperty() {
        return runningCount.getReadOnlyProperty();
    }

    /** What runs, then what waits, then the last that are over. */
    public ObservableList<Job> jobs() {
        return ordered;
    }

    /** The lines of the log, oldest first. */
    public ObservableList<LogBuffer.Line> logLines() {
        return shownLines;
    }

    /** Number of warnings since the log was last opened. */
    public IntegerProperty unseenWarningsProperty() {
        return unseenWarnings;
    }

    /** The device and its threads, such as {@code CPU · 2 threads}. */
    public StringProperty deviceProperty() {
        return device;
    }

    /** The memory in use, such as {@code 1.2 GB}; empty until measured. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    // Commands

    /** Measures the memory in use. */
    void measureMemory() {
        jobs.quiet(
                Texts.of("shell.status.memory.job"),
                progress -> MemoryMonitor.words(MemoryMonitor.bytes()),
                memory::set);
    }

    /** Brings a pane to the front. */
    public void show(String pane) {
        workbench.show(pane);
    }

    /** Resets the count of new warnings. */
    public void markLogSeen() {
        unseenWarnings.set(0);
    }

    /** The jobs that closing would cut short and that matter. */
    public List<Job> jobsAtStake() {
        return jobs.listed().stream()
                .filter(job ->
                        job.weight() == JobPlan.Weight.KEPT && !job.getState().isOver())
                .toList();
    }

    /** Asks everything that runs to stop. */
    public void stopAll() {
        jobs.listed().forEach(Job::requestStop);
    }

    /** The time left of a job as text; empty if unknown. */
    static String timeLeft(Job job) {
        return TimeLeft.words(job.timeLeftProperty().get());
    }

    private static int rank(Job job) {
        return job.getState() == RunStatus.NEW ? 1 : job.getState().isOver() ? 2 : 0;
    }

    private void chooseRunning() {
        List<Job> open =
                jobs.listed().stream().filter(job -> !job.getState().isOver()).toList();
        runningCount.set(open.size());
        Optional<Job> oldest =
                open.stream().filter(job -> job.getState() != RunStatus.NEW).reduce((newer, older) -> older);
        running.set(oldest.orElse(null));
    }

    private void append(List<LogBuffer.Line> more) {
        lines.addAll(more);
        if (lines.size() > LogBuffer.CAPACITY) {
            lines.remove(0, lines.size() - LogBuffer.CAPACITY);
        }
        unseenWarnings.set(unseenWarnings.get()
                + (int) more.stream().filter(LogBuffer.Line::isWarning).count());
    }
}
