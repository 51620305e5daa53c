package org.maferstudio.schedule;

/** A named schedule: a {@link SchedulePreset} of the program, or an {@link OwnSchedule}. */
public interface NamedSchedule {
    /** The name on the command line. */
    String id();

    /** The displayed name. */
    String title();

    /** A description of one or two sentences. */
    String explanation();

    /** The schedule. */
    ResolutionSchedule schedule();
}
