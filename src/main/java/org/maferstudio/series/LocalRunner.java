package org.maferstudio.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.FolderLock;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.Saving;
import org.maferstudio.texts.Texts;

/**
 * Trains runs of a series on this computer, several at once, each in a process of its own. A run whose process was killed
 * is resumed; one that failed does not stop the others.
 *
 * <p>The number of threads is that of the recipe, however many run at once, because sums depend on it: so the results are
 * the same, bit for bit, as one after another. If there are more threads than processors, they wait asleep.
 */
public final class LocalRunner {
    private static final int MOST_STARTS = 3;
    private static final int STOPPED = 130;
    private static final long PAUSE_MILLIS = 100;
    private static final long REPORT_NANOS = 10_000_000_000L;

    private final Series series;
    private final int atOnce;
    private final Progress progress;
    private final Consumer<String> messages;
    private final List<TaskProcess> running = new ArrayList<>();
    private final Set<Integer> over = new HashSet<>();
    private final Map<Integer, Integer> starts = new HashMap<>();
    private final TaskDevices devices;
    private int epochs;
    private int failed;
    private int stopped;

    /**
     * Creates a runner.
     *
     * @param atOnce number of processes, at least 1
     * @param messages receives a line when a run starts and ends
     */
    public LocalRunner(Series series, int atOnce, Progress progress, Consumer<String> messages) {
        this.series = series;
        this.atOnce = atOnce;
        this.progress = progress;
        this.messages = messages;
        this.devices = new TaskDevices(atOnce);
    }

    /** How it ended. */
    public enum Ending {
        /** All runs are done. */
        DONE,
        /** A stop was requested, of all runs or of some; everything is saved. */
        STOPPED,
        /** At least one run has failed; the others are done. */
        FAILED
    }

    /**
     * Trains.
     *
     * @param runs of the series; those that are finished are left out. If these are all runs, those that are added
     *     meanwhile are trained too; the order is that of the plan, which can change meanwhile
     * @throws Problem if another process runs the series, or no process can be started
     */
    public Ending train(List<SeriesRun> runs) {
        return trainUntil(0, runs);
    }

    /**
     * Trains the first epochs of runs; the rest can follow later, with the same result.
     *
     * @param limit number of epochs; 0 for all
     * @throws Problem as {@link #train}
     */
    Ending trainUntil(int limit, List<SeriesRun> runs) {
        epochs = limit;
        FolderLock lock = series.experiment().lock();
        Saving saving = Saving.of(Texts.of("training.job.saving.training", lock.folder()));
        try {
            series.experiment()
                    .update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
            return allAndGathered(runs);
        } finally {
            saving.close();
            lock.close();
        }
    }

    private Ending allAndGathered(List<SeriesRun> runs) {
        try {
            return all(runs);
        } finally {
            stopAll();
            SeriesGathering.gather(series);
        }
    }

    private Ending all(List<SeriesRun> given) {
        RunnerPlan plan = new RunnerPlan(series, given);
        RunnerProgress shown = new RunnerProgress(series, given, epochs, progress);
        List<SeriesRun> runs = plan.runs();
        int before = -1;
        long reported = System.nanoTime();
        while (!waiting(runs).isEmpty() || !running.isEmpty()) {
            if (progress.stopRequested()) {
                return Ending.STOPPED;
            }
            collect(runs);
            fill(runs);
            if (over.size() != before || System.nanoTime() - reported > REPORT_NANOS) {
                before = over.size();
                reported = System.nanoTime();
                shown.report(runs, running.stream().map(TaskProcess::run).toList(), waiting(runs));
            }
            pause();
            runs = plan.runs();
        }
        return failed > 0 ? Ending.FAILED : stopped > 0 ? Ending.STOPPED : Ending.DONE;
    }

    /** The runs that are neither trained now nor over, in order. */
    private List<SeriesRun> waiting(List<SeriesRun> runs) {
        return runs.stream()
                .filter(run -> !over.contains(run.number())
                        && running.stream().noneMatch(task -> task.run().number() == run.number()))
                .toList();
    }

    private void fill(List<SeriesRun> runs) {
        for (SeriesRun run : running.size() < atOnce ? waiting(runs) : List.<SeriesRun>of()) {
            RunOutcome known = RunOutcome.state(run, series.folder(run));
            if (isDone(known)) {
                over.add(run.number());
            } else if (!known.status().isActive()) {
                start(run);
            }
            // Otherwise a process of an earlier runner still trains it.
            if (running.size() == atOnce) {
                return;
            }
        }
    }

    private void start(SeriesRun run) {
        try {
            starts.merge(run.number(), 1, Integer::sum);
            int slot = freeSlot();
            Map<String, String> environment = devices.environment(run.recipe().machine(), slot);
            running.add(new TaskProcess.Start(series, epochs).of(run, slot, environment));
            messages.accept(Texts.of("series.runner.started", run.number(), run.name()));
        } catch (IOException e) {
            throw Problem.failure(Texts.of("series.runner.error.start", e.getMessage()), e);
        }
    }

    private boolean isDone(RunOutcome outcome) {
        return outcome.isFinished()
                || (Experiment.isExperiment(outcome.folder())
                        && EpochLimit.isReached(Experiment.open(outcome.folder()), epochs));
    }

    private int freeSlot() {
        return IntStream.range(0, atOnce)
                .filter(slot -> running.stream().noneMatch(task -> task.slot() == slot))
                .findFirst()
                .orElseThrow();
    }

    /** Takes note of the processes that have ended. */
    private void collect(List<SeriesRun> runs) {
        for (Iterator<TaskProcess> each = running.iterator(); each.hasNext(); ) {
            TaskProcess task = each.next();
            if (!task.process().isAlive()) {
                each.remove();
                ended(task, runs);
            }
        }
    }

    private void ended(TaskProcess task, List<SeriesRun> runs) {
        SeriesRun run = task.run();
        RunOutcome outcome = RunOutcome.state(run, series.folder(run));
        boolean killed = outcome.status() == RunStatus.INTERRUPTED;
        over.add(run.number());
        if (isDone(outcome)) {
            messages.accept(Texts.of("series.runner.finished", run.number(), run.name()));
        } else if (task.process().exitValue() == STOPPED) {
            stopped++;
            messages.accept(Texts.of("series.runner.stopped", run.number(), run.name()));
        } else if (killed && starts.get(run.number()) < MOST_STARTS) {
            messages.accept(Texts.of("series.runner.killed", run.number(), run.name()));
            over.remove(run.number());
        } else if (runs.stream().anyMatch(planned -> planned.number() == run.number())) {
            failed++;
            String reason = outcome.problem().isEmpty() ? task.log().lastLine() : outcome.problem();
            messages.accept(Texts.of(
                    "series.runner.failed",
                    run.number(),
                    run.name(),
                    reason,
                    task.log().file()));
        }
    }

    /** Asks all processes to save and end, and waits for them. */
    private void stopAll() {
        running.forEach(TaskProcess::stop);
        while (running.stream().anyMatch(task -> task.process().isAlive())) {
            pause();
        }
        running.clear();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("series.runner.error.interrupted"), e);
        }
    }
}
