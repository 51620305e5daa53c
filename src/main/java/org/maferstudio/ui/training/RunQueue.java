package org.maferstudio.ui.training;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.Workbench;

/** The trainings of this window, one at a time: begins the next when one ends, and offers those left behind. */
public final class RunQueue {
    /** The lane of everything that must not run beside a training. */
    private static final String LANE = "training";

    private final Workbench workbench;
    private final Jobs jobs;
    private final Trainer trainer;
    private final RunMonitor monitor;
    private final ObservableList<QueuedRun> runs = FXCollections.observableArrayList();

    /** Kept, because it hears the list it wraps through a weak reference, and so do those who listen to it. */
    private final ObservableList<QueuedRun> shown = FXCollections.unmodifiableObservableList(runs);

    private final InterruptedRuns interrupted;
    private final ReadOnlyObjectWrapper<QueuedRun> active = new ReadOnlyObjectWrapper<>(this, "active");
    private Job job;
    private boolean pausing;

    RunQueue(Workbench workbench, Jobs jobs, Trainer trainer, RunMonitor monitor) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.trainer = trainer;
        this.monitor = monitor;
        interrupted = new InterruptedRuns(workbench, jobs, runs);
    }

    // Properties

    /** All of them: the running one, those that wait, then those that are over or were left behind. */
    public ObservableList<QueuedRun> runs() {
        return shown;
    }

    /** The one at work; null if none is. */
    public ReadOnlyObjectProperty<QueuedRun> activeProperty() {
        return active.getReadOnlyProperty();
    }

    // Commands

    /** Trains this recipe, at once or when those before it have ended. */
    public void add(Recipe recipe) {
        QueuedRun run = new QueuedRun(recipe, RunStatus.NEW);
        runs.add(firstOver(), run);
        if (held()) {
            createFolder(run);
        } else {
            start(run);
        }
    }

    /** Saves and holds the running one; those behind it wait until it goes on or is stopped. */
    public void pause() {
        if (active.get() != null) {
            pausing = true;
            requestStop();
        }
    }

    /** Saves and ends a running one, and lets go of one that is paused; the next begins. */
    public void stop(QueuedRun run) {
        if (run == active.get()) {
            pausing = false;
            requestStop();
        } else if (run.getState() == RunStatus.PAUSED) {
            run.stateProperty().set(RunStatus.STOPPED);
            moveDown(run);
            next();
        }
    }

    /** Goes on with one that is paused, stopped, interrupted or failed, at once or in its turn. */
    public void resume(QueuedRun run) {
        if (!run.getState().canResume()) {
            return;
        }
        boolean wasPaused = run.getState() == RunStatus.PAUSED;
        run.stateProperty().set(RunStatus.NEW);
        runs.remove(run);
        runs.add(wasPaused ? 0 : firstOver(), run);
        next();
    }

    /** Takes one that is not at work off the list; its folder stays. */
    public void remove(QueuedRun run) {
        if (!run.getState().isActive()) {
            runs.remove(run);
            interrupted.forget(run);
            next();
        }
    }

    /** Looks for trainings that an earlier window or the command line left behind. */
    public void findInterrupted() {
        interrupted.find();
    }

    private boolean held() {
        return active.get() != null || runs.stream().anyMatch(run -> run.getState() == RunStatus.PAUSED);
    }

    private int firstOver() {
        for (int i = 0; i < runs.size(); i++) {
            RunStatus state = runs.get(i).getState();
            if (state.isOver()) {
                return i;
            }
        }
        return runs.size();
    }

    private void moveDown(QueuedRun run) {
        runs.remove(run);
        runs.add(firstOver(), run);
    }

    private void requestStop() {
        active.get().stateProperty().set(RunStatus.STOPPING);
        job.requestStop();
    }

    private void next() {
        if (!held()) {
            runs.stream()
                    .filter(run -> run.getState() == RunStatus.NEW && !run.isGettingFolder())
                    .findFirst()
                    .ifPresent(this::start);
        }
    }

    /** One that waits gets its folder now, so that another window finds it if this one ends. */
    private void createFolder(QueuedRun run) {
        Workspace workspace = workbench.workspace();
        run.setGettingFolder(true);
        jobs.start(JobPlan.<Path>of(
                        Texts.of("training.queue.add.job", run.name()),
                        progress -> workspace.create(run.recipe(), now()).folder())
                .inQueue("queue")
                .weighing(JobPlan.Weight.QUIET)
                .onDone(folder -> {
                    run.setFolder(folder);
                    run.setGettingFolder(false);
                    next();
                })
                .onProblem(problem -> {
                    run.setGettingFolder(false);
                    failed(run, problem);
                }));
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }

    private void start(QueuedRun run) {
        active.set(run);
        pausing = false;
        run.stateProperty().set(RunStatus.RUNNING);
        run.fractionProperty().set(-1);
        run.detailProperty().set(Texts.of("training.queue.progress.readingDataset"));
        monitor.show(run);
        Consumer<Path> made = jobs.latest(folder -> {
            run.setFolder(folder);
            workbench.notifyExperimentsChanged();
        });
        RunListener listener = monitor.listener(run, workbench::notifyExperimentsChanged);
        Optional<Path> folder = run.folder();
        Supplier<Experiment> make = () -> {
            Experiment experiment = workbench.workspace().create(run.recipe(), now());
            made.accept(experiment.folder());
            listener.setExperiment(experiment);
            return experiment;
        };
        job = jobs.start(JobPlan.<TrainingOutcome>of(
                        Texts.of("training.queue.job", run.name()),
                        progress -> work(run, folder, make, listener, progress))
                .weighing(JobPlan.Weight.KEPT)
                .inQueue(LANE)
                .onDone(outcome -> onEnded(run, outcome))
                .onProblem(problem -> failed(run, problem)));
        // Work that runs at once is over by now.
        if (run.getState() == RunStatus.RUNNING) {
            job.fractionProperty()
                    .addListener((property, old, now) -> run.fractionProperty().set(now.doubleValue()));
            job.messageProperty()
                    .addListener((property, old, now) -> run.detailProperty().set(now));
            job.stateProperty().addListener((property, old, now) -> onStateChanged(run, old, now));
        }
    }

    private TrainingOutcome work(
            QueuedRun run, Optional<Path> folder, Supplier<Experiment> make, RunListener listener, Progress progress) {
        if (folder.isEmpty()) {
            return trainer.start(run.recipe(), make, progress, listener);
        }
        Experiment experiment = Experiment.open(folder.get());
        listener.setExperiment(experiment);
        return trainer.resume(experiment, progress, listener);
    }

    /** The list of jobs can stop a training, too; one that had not begun gives no outcome. */
    private void onStateChanged(QueuedRun run, RunStatus before, RunStatus now) {
        if (run != active.get()) {
            return;
        }
        if (now == RunStatus.STOPPING) {
            run.stateProperty().set(RunStatus.STOPPING);
        } else if (before == RunStatus.NEW && now == RunStatus.STOPPED) {
            run.detailProperty().set(Texts.of("training.queue.progress.none"));
            onOver(run, pausing ? RunStatus.PAUSED : RunStatus.STOPPED);
        }
    }

    private void onEnded(QueuedRun run, TrainingOutcome outcome) {
        boolean stopped = outcome.ending() == RunStatus.STOPPED;
        RunStatus state = !stopped ? RunStatus.FINISHED : pausing ? RunStatus.PAUSED : RunStatus.STOPPED;
        run.fractionProperty()
                .set(state == RunStatus.FINISHED ? 1 : run.fractionProperty().get());
        run.detailProperty()
                .set(InterruptedRun.describe(
                        outcome.state(), run.recipe().course().epochs()));
        onOver(run, state);
    }

    private void failed(QueuedRun run, Problem problem) {
        run.detailProperty().set(problem.getMessage());
        monitor.problemProperty().set(Texts.of("training.queue.failed", run.name(), problem.getMessage()));
        onOver(run, RunStatus.FAILED);
    }

    private void onOver(QueuedRun run, RunStatus state) {
        run.stateProperty().set(state);
        if (run == active.get()) {
            active.set(null);
            job = null;
        }
        monitor.refresh(run);
        workbench.notifyExperimentsChanged();
        if (state != RunStatus.PAUSED) {
            moveDown(run);
        }
        next();
    }

    /** Puts one at the end of the list that can go on. */
    void offer(QueuedRun run) {
        runs.add(run);
    }
}
