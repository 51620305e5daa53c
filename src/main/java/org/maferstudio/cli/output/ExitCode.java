package org.maferstudio.cli.output;

/** The exit codes of the program. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** The work failed. */
    public static final int FAILED = 1;

    /** Invalid usage or unreadable input. */
    public static final int USAGE = 2;

    /** Stopped by the user, and saved. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
