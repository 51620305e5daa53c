package org.maferstudio.ui.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.files.FileNames;
import org.maferstudio.job.MemoryShortage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Runs jobs on background threads. */
public final class BackgroundJobs implements Jobs, AutoCloseable {
    private static final Logger LOG = System.getLogger(BackgroundJobs.class.getName());
    private static final long BETWEEN_DELIVERIES_MS = 100;
    private static final int QUIET_THREADS = 2;
    private static final int LISTED_WHEN_OVER = 20;

    private final Executor screen;
    private final Executor screenSoon;
    private final Consumer<Problem> failures;
    private final ExecutorService loud = Executors.newCachedThreadPool(threads("job"));
    private final ExecutorService quiet = Executors.newFixedThreadPool(QUIET_THREADS, threads("quiet"));
    private final Map<CompletableFuture<Void>, Job> kept = new ConcurrentHashMap<>();
    private final Map<String, ExecutorService> lanes = new HashMap<>();
    private final Set<Mailbox<?>> filled = ConcurrentHashMap.newKeySet();
    private final ObservableList<Job> listed =
            FXCollections.observableArrayList(job -> new Observable[] {job.stateProperty()});

    /** A field, because it observes the list it wraps through a weak reference, and so do its own listeners. */
    private final ObservableList<Job> shown = FXCollections.unmodifiableObservableList(listed);

    private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper(this, "busy", 0);

    /**
     * Creates the job service.
     *
     * @param screen runs on the JavaFX thread, such as {@code Platform::runLater}
     * @param failures receives, on the JavaFX thread, failures of jobs without their own handler
     */
    public BackgroundJobs(Executor screen, Consumer<Problem> failures) {
        this.screen = screen;
        this.screenSoon = CompletableFuture.delayedExecutor(BETWEEN_DELIVERIES_MS, TimeUnit.MILLISECONDS, screen);
        this.failures = failures;
    }

    @Override
    public <T> Job start(JobPlan<T> plan) {
        Job job = Job.of(plan);
        if (loud.isShutdown()) {
            job.requestStop();
            job.end();
            return job;
        }
        busy.set(busy.get() + 1);
        if (plan.weight() != JobPlan.Weight.QUIET) {
            listed.add(0, job);
            removeOldJobs();
        }
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> run(plan, job), executor(plan));
        if (plan.weight() == JobPlan.Weight.KEPT) {
            kept.keySet().removeIf(CompletableFuture::isDone);
            kept.put(work, job);
        }
        return job;
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> receiver) {
        Mailbox<T> box = new Mailbox<>(values -> receiver.accept(values.get(values.size() - 1)));
        return value -> {
            if (box.replace(value)) {
                deliverSoon(box);
            }
        };
    }

    @Override
    public <T> Consumer<T> batches(Consumer<? super List<T>> receiver) {
        Mailbox<T> box = new Mailbox<>(receiver);
        return value -> {
            if (box.put(value)) {
                deliverSoon(box);
            }
        };
    }

    @Override
    public ObservableList<Job> listed() {
        return shown;
    }

    @Override
    public ReadOnlyIntegerProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Accepts no more work and drops later requests; the caller asks running jobs to stop. */
    @Override
    public void close() {
        loud.shutdown();
        quiet.shutdown();
        lanes.values().forEach(ExecutorService::shutdown);
    }

    /** Asks saving jobs to stop, without updating the window, which may be closed; on any thread. */
    public void stopSaving() {
        kept.values().forEach(Job::requestStopUnseen);
    }

    /**
     * Waits until saving work has ended, so that a stopped training can save; must not be called on the JavaFX thread.
     *
     * @return whether it ended in time
     */
    public boolean awaitSaving(Duration patience) throws InterruptedException {
        try {
            CompletableFuture.allOf(kept.keySet().toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true; // It ended with a failure, which its job has reported.
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "Work did not end within {0} of being asked to; it is cut short.", patience);
            return false;
        }
    }

    private Executor executor(JobPlan<?> plan) {
        if (!plan.queue().isEmpty()) {
            return lanes.computeIfAbsent(plan.queue(), lane -> Executors.newSingleThreadExecutor(threads(lane)));
        }
        return plan.weight() == JobPlan.Weight.QUIET ? quiet : loud;
    }

    private <T> void run(JobPlan<T> plan, Job job) {
        if (job.isStopRequested()) {
            screen.execute(() -> onOver(job::end));
            return;
        }
        screen.execute(() -> job.begin(Instant.now()));
        Consumer<Said> said = latest(last -> job.report(last.fraction, last.message, last.left, Instant.now()));
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
                report(fraction, message, null);
            }

            @Override
            public void report(double fraction, String message, Duration left) {
                said.accept(new Said(fraction, message, left));
            }

            @Override
            public boolean stopRequested() {
                return job.isStopRequested();
            }
        };
        try {
            T value = plan.work().run(progress);
            screen.execute(() -> onOver(() -> {
                job.end();
                plan.onDone().accept(value);
            }));
        } catch (Throwable e) { // Errors too: otherwise the window would wait forever.
            Problem problem = problem(plan.title(), e);
            screen.execute(() -> onOver(() -> {
                job.fail(problem);
                plan.onProblem().orElse(failures).accept(problem);
            }));
        }
    }

    private static Problem problem(String title, Throwable e) {
        Optional<Problem> name = FileNames.problem(e);
        if (name.isPresent()) {
            return name.get();
        }
        if (e instanceof Problem problem) {
            LOG.log(Level.WARNING, title + ": " + problem.getMessage(), problem.getCause());
            return problem;
        }
        LOG.log(Level.ERROR, title + " failed", e);
        if (MemoryShortage.isIn(e)) {
            return Problem.failure(Texts.of("common.job.error.memory", title), e);
        }
        return Problem.failure(Texts.of("common.job.error.internal", title), e);
    }

    private void onOver(Runnable tell) {
        filled.forEach(this::deliver);
        busy.set(busy.get() - 1);
        tell.run();
    }

    private void deliverSoon(Mailbox<?> box) {
        filled.add(box);
        screenSoon.execute(() -> deliver(box));
    }

    private void deliver(Mailbox<?> box) {
        filled.remove(box);
        box.deliver();
    }

    private void removeOldJobs() {
        for (int over = 0, i = 0; i < listed.size(); i++) {
            if (listed.get(i).getState().isOver() && ++over > LISTED_WHEN_OVER) {
                listed.remove(i--);
            }
        }
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            Thread thread = new Thread(work, "mafer-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private record Said(double fraction, String message, Duration left) {}
}
