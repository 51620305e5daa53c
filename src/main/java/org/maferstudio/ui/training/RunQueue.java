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
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingOutcome;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.training.series.SeriesQueue;
import org.maferstudio.ui.workbench.Workbench;

/** The training queue of this window: runs one at a time, and offers interrupted ones. */
public final class RunQueue implements SeriesQueue {
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
    private final EditedRun edited;
    private final ReadOnlyObjectWrapper<QueuedRun> active = new ReadOnlyObjectWrapper<>(this, "active");
    private boolean pausing;

    /** Trains or follows the runs of a series. */
    @FunctionalInterface
    private interface SeriesWork {
        RunStatus train(Series series, Progress progress, Consumer<HistoryFigure> curves);
    }

    /**
     * How the work of one ended.
     *
     * @param status finished or stopped
     * @param detail what it has reached
     */
    private record Ended(RunStatus status, String detail) {}

    RunQueue(Workbench workbench, Jobs jobs, Trainer trainer, RunMonitor monitor) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.trainer = trainer;
        this.monitor = monitor;
        edited = new EditedRun(jobs, this::next);
        interrupted = new InterruptedRuns(workbench, jobs, runs, run -> start(run, trainer::follow));
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

    /** Adds a series, whose folder exists; one on a cluster is submitted immediately. */
    @Override
    public void add(Series series, SeriesExecution execution) {
        QueuedRun run = new QueuedRun(series.recipe(), RunStatus.NEW);
        run.setSeries(series.experiment().folder(), execution.where());
        run.detailProperty()
                .set(Texts.of("training.queue.progress.series", series.runs().size()));
        runs.add(firstOver(), run);
        workbench.notifyExperimentsChanged();
        if (run.isOnCluster()) {
            start(run);
        } else {
            next();
        }
    }

    @Override
    public void extended(Path folder) {
        workbench.notifyExperimentsChanged();
        runs.stream()
                .filter(run -> run.folder().filter(folder::equals).isPresent())
                .filter(run -> run.getState().isOver())
                .findFirst()
                .ifPresent(run -> {
                    run.stateProperty().set(RunStatus.STOPPED);
                    resume(run);
                });
    }

    /** Moves a waiting one before the one that waits before it. */
    public void moveUp(QueuedRun run) {
        move(run, -1);
    }

    /** Moves a waiting one behind the next one that waits. */
    public void moveDown(QueuedRun run) {
        move(run, 1);
    }

    private void move(QueuedRun run, int by) {
        int at = runs.indexOf(run);
        int to = at + by;
        if (canMove(run, by)) {
            QueuedRun other = runs.get(to);
            runs.set(to, run);
            runs.set(at, other);
        }
    }

    /** Whether there is another waiting one before (-1) or behind (1) a waiting one. */
    boolean canMove(QueuedRun run, int by) {
        int to = runs.indexOf(run) + by;
        return run.getState() == RunStatus.NEW
                && to >= 0
                && to < runs.size()
                && runs.get(to).getState() == RunStatus.NEW;
    }

    /** The waiting one whose recipe is changed in the form. */
    EditedRun edited() {
        return edited;
    }

    /** Pauses the running one; later ones wait until it is resumed or stopped. */
    public void pause() {
        if (active.get() != null) {
            pausing = true;
            requestStop(active.get());
        }
    }

    /** Stops a running or paused one; the next starts. The jobs of a cluster are cancelled. */
    public void stop(QueuedRun run) {
        if (run.getState().isActive()) {
            pausing = false;
            requestStop(run);
        } else if (run.getState() == RunStatus.PAUSED) {
            run.stateProperty().set(RunStatus.STOPPED);
            moveBehindWaiting(run);
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
        if (run.isOnCluster()) {
            start(run);
        } else {
            next();
        }
    }

    /** Removes one that is not running from the list; its folder is kept. */
    public void remove(QueuedRun run) {
        if (!run.getState().isActive()) {
            runs.remove(run);
            interrupted.forget(run);
            if (edited.is(run)) {
                edited.cancel();
            }
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

    private void moveBehindWaiting(QueuedRun run) {
        runs.remove(run);
        runs.add(firstOver(), run);
    }

    private static void requestStop(QueuedRun run) {
        run.stateProperty().set(RunStatus.STOPPING);
        run.job().requestStop();
    }

    private void next() {
        if (!held()) {
            runs.stream()
                    .filter(run -> run.getState() == RunStatus.NEW && !run.isGettingFolder() && !edited.is(run))
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
        start(run, trainer::train);
    }

    private void start(QueuedRun run, SeriesWork how) {
        if (!run.isOnCluster()) {
            active.set(run);
            pausing = false;
        }
        run.stateProperty().set(RunStatus.RUNNING);
        run.fractionProperty().set(-1);
        run.detailProperty().set(begins(run));
        monitor.show(run);
        JobPlan<Ended> plan = JobPlan.of(
                Texts.of("training.queue.job", run.name()), run.isSeries() ? seriesWork(run, how) : work(run));
        // Jobs of a cluster are followed beside everything else, and outlive the window.
        JobPlan<Ended> placed = run.isOnCluster()
                ? plan.weighing(JobPlan.Weight.QUIET)
                        .inQueue("cluster " + run.folder().orElseThrow())
                : plan.weighing(JobPlan.Weight.KEPT).inQueue(QUEUE);
        Job job = jobs.start(placed.onDone(ended -> onEnded(run, ended)).onProblem(problem -> failed(run, problem)));
        run.setJob(job);
        // Work that runs immediately has ended by now.
        if (run.getState() == RunStatus.RUNNING) {
            job.fractionProperty()
                    .addListener((property, old, now) -> run.fractionProperty().set(now.doubleValue()));
            job.messageProperty()
                    .addListener((property, old, now) -> run.detailProperty().set(now));
            job.timeLeftProperty().addListener((property, old, now) -> {
                if (run.isSeries()) {
                    run.setTimeLeft(now);
                    monitor.refresh(run);
                }
            });
            job.stateProperty().addListener((property, old, now) -> onStateChanged(run, old, now));
        }
    }

    private static String begins(QueuedRun run) {
        return run.isOnCluster()
                ? Texts.of("training.queue.slurm.submitting")
                : run.isSeries()
                        ? Texts.of("training.queue.progress.startingRuns")
                        : Texts.of("training.queue.progress.readingDataset");
    }

    /** What the job does; what it sends is received on the JavaFX thread. */
    private BackgroundWork<Ended> work(QueuedRun run) {
        BackgroundWork<TrainingOutcome> training = singleWork(run);
        int epochs = run.recipe().course().epochs();
        return progress -> {
            TrainingOutcome outcome = training.run(progress);
            return new Ended(outcome.ending(), InterruptedRun.describe(outcome.state(), epochs));
        };
    }

    private BackgroundWork<Ended> seriesWork(QueuedRun run, SeriesWork how) {
        Path folder = run.folder().orElseThrow();
        Consumer<HistoryFigure> curves = jobs.latest(read -> {
            monitor.refresh(run, read);
            workbench.notifyExperimentsChanged();
        });
        return progress -> {
            Series series = Series.open(folder);
            RunStatus ending = how.train(series, progress, curves);
            return new Ended(ending, SeriesSentence.of(SeriesResults.read(series)));
        };
    }

    private BackgroundWork<TrainingOutcome> singleWork(QueuedRun run) {
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
        if (!run.getState().isActive()) {
            return;
        }
        if (now == RunStatus.STOPPING) {
            run.stateProperty().set(RunStatus.STOPPING);
        } else if (before == RunStatus.NEW && now == RunStatus.STOPPED) {
            run.detailProperty().set(Texts.of("training.queue.progress.none"));
            onOver(run, isPausing(run) ? RunStatus.PAUSED : RunStatus.STOPPED);
        }
    }

    private void onEnded(QueuedRun run, Ended ended) {
        boolean stopped = ended.status() == RunStatus.STOPPED;
        RunStatus state = !stopped ? RunStatus.FINISHED : isPausing(run) ? RunStatus.PAUSED : RunStatus.STOPPED;
        run.fractionProperty()
                .set(state == RunStatus.FINISHED ? 1 : run.fractionProperty().get());
        run.detailProperty().set(ended.detail());
        onOver(run, state);
    }

    private boolean isPausing(QueuedRun run) {
        return pausing && run == active.get();
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
        }
        run.setJob(null);
        monitor.refresh(run);
        workbench.notifyExperimentsChanged();
        if (state != RunStatus.PAUSED) {
            moveBehindWaiting(run);
        }
        next();
    }

    /** Moves one that can be resumed to the end of the list. */
    void offer(QueuedRun run) {
        runs.add(run);
    }
}
