package org.maferstudio.job;

import org.maferstudio.texts.Texts;

/** The state of a training or other job, used in the experiment's file, in queues and in job lists. */
public enum RunStatus {
    /** Waiting to start. */
    NEW(Texts.of("job.state.new")),
    /** Running. In a file, also the state of a program that was terminated without updating it. */
    RUNNING(Texts.of("job.state.running")),
    /** Stopping: a stop was requested, and the job is saving. */
    STOPPING(Texts.of("job.state.stopping")),
    /** Paused: saved, and still first in the queue. */
    PAUSED(Texts.of("job.state.paused")),
    /** Stopped on request. */
    STOPPED(Texts.of("job.state.stopped")),
    /** Recorded as running, but no process is running it. Never stored. */
    INTERRUPTED(Texts.of("job.state.interrupted")),
    /** Failed; it can be resumed when the cause is fixed. */
    FAILED(Texts.of("job.state.failed")),
    FINISHED(Texts.of("job.state.finished")),
    /** Imported: predictions or weights came from a file. */
    IMPORTED(Texts.of("job.state.imported"));

    private final String title;

    RunStatus(String title) {
        this.title = title;
    }

    /** The displayed name. */
    public String title() {
        return title;
    }

    /** Whether it is running. */
    public boolean isActive() {
        return this == RUNNING || this == STOPPING;
    }

    /** Whether it has ended and will not continue automatically. */
    public boolean isOver() {
        return this == STOPPED || this == INTERRUPTED || this == FAILED || this == FINISHED || this == IMPORTED;
    }

    /** Whether it can be resumed. */
    public boolean canResume() {
        return this == PAUSED || this == STOPPED || this == INTERRUPTED || this == FAILED;
    }
}
