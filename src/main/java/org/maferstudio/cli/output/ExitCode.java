package org.maferstudio.cli.output;

/** What the program ends with. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** The work failed on its way. */
    public static final int FAILED = 1;

    /** Wrong usage or unreadable input. */
    public static final int USAGE = 2;

    /** Stopped by the user, and saved. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
