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
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.BackgroundWork;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.Workbench;

/** The training queue of this window: runs one at a time, and offers interrupted ones. */
public final class RunQueue {
    /** The job queue of everything that must not run during a training. */
    private static final String QUEUE = "training";

    private final Workbench workbench;
    private final Jobs jobs;
    private final Trainer trainer;
    private final RunMonitor monitor;
    private final ObservableList<QueuedRun> runs = FXCollections.observableArrayList();

    /** Kept, because it observes the wrapped list through a weak reference, as do its listeners. */
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

    /** All trainings: the running one, waiting ones, then finished and interrupted ones. */
    public ObservableList<QueuedRun> runs() {
        return shown;
    }

    /** The running training; null if there is none. */
    public ReadOnlyObjectProperty<QueuedRun> activeProperty() {
        return active.getReadOnlyProperty();
    }

    // Commands

    /** Adds a recipe, which is trained immediately or after earlier ones. */
    public void add(Recipe recipe) {
        QueuedRun run = new QueuedRun(recipe, RunStatus.NEW);
        runs.add(firstOver(), run);
        if (held()) {
            createFolder(run);
        } else {
            start(run);
        }
    }

    /**
     * Adds a series, whose folder exists.
     *
     * @param atOnce how many of its runs are trained at once
     */
    public void add(Series series, int atOnce) {
        QueuedRun run = new QueuedRun(series.recipe(), RunStatus.NEW);
        run.setFolder(series.experiment().folder());
        run.setAtOnce(atOnce);
        run.detailProperty()
                .set(Texts.of("training.queue.progress.series", series.runs().size()));
        runs.add(firstOver(), run);
        workbench.notifyExperimentsChanged();
        next();
    }

    /** Pauses the running one; later ones wait until it is resumed or stopped. */
    public void pause() {
        if (active.get() != null) {
            pausing = true;
            requestStop();
        }
    }

    /** Stops a running or paused one; the next starts. */
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

    /** Resumes one that is paused, stopped, interrupted or failed, immediately or in its turn. */
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

    /** Removes one that is not running from the list; its folder is kept. */
    public void remove(QueuedRun run) {
        if (!run.getState().isActive()) {
            runs.remove(run);
            interrupted.forget(run);
            next();
        }
    }

    /** Searches for trainings that an earlier window or the command line has not finished. */
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

    /** Creates the folder of a waiting one, so that another window finds it if this one closes. */
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
        job = jobs.start(JobPlan.<TrainingOutcome>of(Texts.of("training.queue.job", run.name()), work(run))
                .weighing(JobPlan.Weight.KEPT)
                .inQueue(QUEUE)
                .onDone(outcome -> onEnded(run, outcome))
                .onProblem(problem -> failed(run, problem)));
        // Work that runs immediately has ended by now.
        if (run.getState() == RunStatus.RUNNING) {
            job.fractionProperty()
                    .addListener((property, old, now) -> run.fractionProperty().set(now.doubleValue()));
            job.messageProperty()
                    .addListener((property, old, now) -> run.detailProperty().set(now));
            job.stateProperty().addListener((property, old, now) -> onStateChanged(run, old, now));
        }
    }

    /** What the job does; what it sends is received on the JavaFX thread. */
    private BackgroundWork<TrainingOutcome> work(QueuedRun run) {
        if (run.atOnce() > 1) {
            Path series = run.folder().orElseThrow();
            Consumer<HistoryFigure> curves = jobs.latest(read -> {
                monitor.refresh(run, read);
                workbench.notifyExperimentsChanged();
            });
            return progress -> trainer.train(Series.open(series), run.atOnce(), progress, curves);
        }
        RunListener listener = monitor.listener(run, workbench::notifyExperimentsChanged);
        Optional<Path> folder = run.folder();
        if (folder.isPresent()) {
            return progress -> {
                Experiment experiment = Experiment.open(folder.get());
                listener.setExperiment(experiment);
                return trainer.resume(experiment, progress, listener);
            };
        }
        Consumer<Path> made = jobs.latest(created -> {
            run.setFolder(created);
            workbench.notifyExperimentsChanged();
        });
        Supplier<Experiment> make = () -> {
            Experiment experiment = workbench.workspace().create(run.recipe(), now());
            made.accept(experiment.folder());
            listener.setExperiment(experiment);
            return experiment;
        };
        return progress -> trainer.start(run.recipe(), make, progress, listener);
    }

    /** A training can also be stopped in the job list; one that had not started has no outcome. */
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

    /** Moves one that can be resumed to the end of the list. */
    void offer(QueuedRun run) {
        runs.add(run);
    }
}
