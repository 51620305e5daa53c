package org.maferstudio.job;

import org.maferstudio.texts.Texts;

/** The state of a training or of any other work, in the experiment's file, in queues and in lists of jobs. */
public enum RunStatus {
    /** Made, and not begun: its turn has not come. */
    NEW(Texts.of("job.state.new")),
    /** Its work runs; in a file also that of a program that ended without saying so. */
    RUNNING(Texts.of("job.state.running")),
    /** Asked to stop; it is saving. */
    STOPPING(Texts.of("job.state.stopping")),
    /** Saved, and holds its place: those behind it wait. */
    PAUSED(Texts.of("job.state.paused")),
    /** Stopped on request. */
    STOPPED(Texts.of("job.state.stopped")),
    /** Recorded as running, though no process runs it; never stored. */
    INTERRUPTED(Texts.of("job.state.interrupted")),
    /** Failed; it can go on once the reason is gone. */
    FAILED(Texts.of("job.state.failed")),
    FINISHED(Texts.of("job.state.finished")),
    /** Not trained here: its predictions or weights came from a file. */
    IMPORTED(Texts.of("job.state.imported"));

    private final String title;

    RunStatus(String title) {
        this.title = title;
    }

    /** The name for display. */
    public String title() {
        return title;
    }

    /** Whether it is at work. */
    public boolean isActive() {
        return this == RUNNING || this == STOPPING;
    }

    /** Whether nothing more happens by itself. */
    public boolean isOver() {
        return this == STOPPED || this == INTERRUPTED || this == FAILED || this == FINISHED || this == IMPORTED;
    }

    /** Whether it can go on from where it is. */
    public boolean canResume() {
        return this == PAUSED || this == STOPPED || this == INTERRUPTED || this == FAILED;
    }
}
