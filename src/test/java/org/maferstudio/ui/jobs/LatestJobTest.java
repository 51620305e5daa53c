package org.maferstudio.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.job.Problem;

class LatestJobTest {
    @Test
    void theWorkRequestedLastWinsInWhateverOrderTheyEnd() {
        HeldJobs jobs = new HeldJobs();
        LatestJob newest = new LatestJob(jobs);
        List<String> shown = new ArrayList<>();
        newest.start(JobPlan.<String>of("one", progress -> "one").onDone(shown::add));
        newest.start(JobPlan.<String>of("two", progress -> "two").onDone(shown::add));
        jobs.release(1);
        jobs.release(0);
        assertEquals(List.of("two"), shown);
    }

    @Test
    void aLateFailureOfAnOutdatedRequestIsNotReported() {
        HeldJobs jobs = new HeldJobs();
        LatestJob newest = new LatestJob(jobs);
        List<Problem> problems = new ArrayList<>();
        newest.start(JobPlan.of("one", progress -> {
                    throw Problem.input("No such file.");
                })
                .onProblem(problems::add));
        newest.drop();
        jobs.releaseAll();
        assertEquals(List.of(), problems);
    }

    @Test
    void workThatRunsAtOnceIsReceived() {
        List<String> shown = new ArrayList<>();
        new LatestJob(new DirectJobs())
                .start(JobPlan.<String>of("one", progress -> "one").onDone(shown::add));
        assertEquals(List.of("one"), shown);
    }
}
