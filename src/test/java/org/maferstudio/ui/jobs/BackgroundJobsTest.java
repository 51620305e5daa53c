package org.maferstudio.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;

class BackgroundJobsTest {
    private final ExecutorService screen = Executors.newSingleThreadExecutor(work -> new Thread(work, "screen"));
    private final BlockingQueue<Problem> told = new LinkedBlockingQueue<>();
    private final BackgroundJobs jobs = new BackgroundJobs(screen, told::add);

    @AfterEach
    void close() {
        jobs.close();
        screen.shutdownNow();
    }

    @Test
    void workRunsElsewhereAndItsValueComesBackOnTheScreensThread() throws Exception {
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        onScreen(() -> jobs.start(
                "Working",
                progress -> Thread.currentThread().getName(),
                (String worker) ->
                        threads.addAll(List.of(worker, Thread.currentThread().getName()))));
        assertNotEquals("screen", threads.poll(5, TimeUnit.SECONDS));
        assertEquals("screen", threads.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void progressIsThinnedToTheLatestAndTheStateEndsAsDone() throws Exception {
        List<String> heard = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        Job job = onScreen(() -> {
            Job started = jobs.start(
                    "Counting",
                    progress -> {
                        IntStream.rangeClosed(1, 100_000).forEach(i -> progress.report(i / 1e5, i + " of 100,000"));
                        return 0;
                    },
                    value -> done.countDown());
            started.messageProperty().addListener((property, old, now) -> heard.add(now));
            return started;
        });
        assertTrue(done.await(20, TimeUnit.SECONDS));
        assertEquals(RunStatus.FINISHED, onScreen(job::getState));
        assertEquals("100000 of 100,000", onScreen(job::getMessage));
        assertTrue(onScreen(heard::size) < 100, "heard " + heard.size());
    }

    @Test
    void askedToStopTheWorkReturnsWhatItHas() throws Exception {
        BlockingQueue<Integer> values = new LinkedBlockingQueue<>();
        CountDownLatch running = new CountDownLatch(1);
        Job job = onScreen(() -> jobs.start("Endless", progress -> countUntilStopped(progress, running), values::add));
        assertTrue(running.await(5, TimeUnit.SECONDS));
        onScreen(() -> {
            job.requestStop();
            return job;
        });
        assertTrue(values.poll(5, TimeUnit.SECONDS) > 0);
        assertEquals(RunStatus.STOPPED, onScreen(job::getState));
    }

    @Test
    void aFailureReachesTheRequesterOrOtherwiseTheWindow() throws Exception {
        BlockingQueue<Problem> asked = new LinkedBlockingQueue<>();
        onScreen(() -> jobs.start("A", progress -> fail("The disk is full. Free some."), value -> {}, asked::add));
        assertEquals(
                "The disk is full. Free some.", asked.poll(5, TimeUnit.SECONDS).getMessage());
        onScreen(() -> jobs.start("B", progress -> fail("No such folder."), value -> {}));
        assertEquals("No such folder.", told.poll(5, TimeUnit.SECONDS).getMessage());
        assertTrue(asked.isEmpty());
    }

    @Test
    void jobsOfALaneRunOneAfterAnother() throws Exception {
        BlockingQueue<String> order = new LinkedBlockingQueue<>();
        CountDownLatch hold = new CountDownLatch(1);
        onScreen(() -> jobs.start(JobPlan.of("first", progress -> {
                    hold.await();
                    return order.add("first");
                })
                .inQueue("training")));
        Job second = onScreen(() ->
                jobs.start(JobPlan.of("second", progress -> order.add("second")).inQueue("training")));
        assertEquals(RunStatus.NEW, onScreen(second::getState));
        hold.countDown();
        assertEquals("first", order.poll(5, TimeUnit.SECONDS));
        assertEquals("second", order.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void everyRowOfABatchArrivesInOrderBeforeItsJobIsOver() throws Exception {
        List<Integer> rows = new ArrayList<>();
        BlockingQueue<List<Integer>> atTheEnd = new LinkedBlockingQueue<>();
        onScreen(() -> {
            Consumer<Integer> box = jobs.batches(rows::addAll);
            return jobs.start(
                    "Rows",
                    progress -> {
                        IntStream.range(0, 5_000).forEach(box::accept);
                        return 0;
                    },
                    value -> atTheEnd.add(List.copyOf(rows)));
        });
        assertEquals(IntStream.range(0, 5_000).boxed().toList(), atTheEnd.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void closingWaitsForWorkThatIsKeptToSaveItself() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        Job job = onScreen(() -> jobs.start(JobPlan.<Integer>of("Training", progress -> {
                    int count = countUntilStopped(progress, running);
                    saved.countDown();
                    return count;
                })
                .weighing(JobPlan.Weight.KEPT)));
        assertTrue(running.await(5, TimeUnit.SECONDS));
        assertFalse(jobs.awaitSaving(Duration.ofMillis(20)), "nobody asked it to stop");
        job.requestStop();
        jobs.close();
        assertTrue(jobs.awaitSaving(Duration.ofSeconds(5)));
        assertEquals(0, saved.getCount());
    }

    @Test
    void workThatIsKeptStopsInOrderWhenTheScreenIsGoneAlready() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Job job = onScreen(
                () -> jobs.start(JobPlan.<Integer>of("Training", progress -> countUntilStopped(progress, running))
                        .weighing(JobPlan.Weight.KEPT)));
        assertTrue(running.await(5, TimeUnit.SECONDS));
        jobs.stopSaving();
        assertTrue(job.isStopRequested());
        assertTrue(jobs.awaitSaving(Duration.ofSeconds(5)));
    }

    @Test
    void nothingIsBusyOnceAllIsOver() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        onScreen(() -> jobs.quiet("Reading", progress -> 1, value -> done.countDown()));
        assertTrue(done.await(5, TimeUnit.SECONDS));
        assertEquals(0, onScreen(() -> jobs.busyProperty().get()));
        assertFalse(onScreen(() -> jobs.listed().stream().findAny()).isPresent(), "quiet jobs are not listed");
    }

    private <T> T onScreen(Supplier<T> supplier) throws Exception {
        return screen.submit(supplier::get).get(10, TimeUnit.SECONDS);
    }

    private static int countUntilStopped(Progress progress, CountDownLatch running) {
        int count = 0;
        while (!progress.stopRequested()) {
            count++;
            running.countDown();
        }
        return count;
    }

    private static Integer fail(String sentence) {
        throw Problem.failure(sentence);
    }
}
