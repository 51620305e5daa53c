package org.maferstudio.ui.jobs;

import java.util.function.Consumer;
import org.maferstudio.job.Problem;

/**
 * Work of which only the last request counts: a newer one asks the older one to stop and drops its answer and its
 * failure.
 */
public final class LatestJob {
    private final Jobs jobs;
    private Job current;
    private Object mark = new Object();

    /** One of these for each thing that is shown. */
    public LatestJob(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Starts work in place of what was asked for before. */
    public <T> Job start(JobPlan<T> plan) {
        drop();
        // A job that runs immediately ends within start, before current is set: the counter distinguishes requests.
        Object mine = new Object();
        mark = mine;
        JobPlan<T> guarded = plan.onDone(value -> {
            if (mark == mine) {
                plan.onDone().accept(value);
            }
        });
        if (plan.onProblem().isPresent()) {
            Consumer<Problem> onProblem = plan.onProblem().get();
            guarded = guarded.onProblem(problem -> {
                if (mark == mine) {
                    onProblem.accept(problem);
                }
            });
        }
        current = jobs.start(guarded);
        return current;
    }

    /** Asks the running job to stop and ignores its result. */
    public void drop() {
        mark = new Object();
        if (current != null) {
            current.requestStop();
        }
    }
}
