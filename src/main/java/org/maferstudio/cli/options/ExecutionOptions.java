package org.maferstudio.cli.options;

import org.maferstudio.job.Problem;
import picocli.CommandLine.Option;

/** Where the runs of a series are trained. */
public final class ExecutionOptions {
    @Option(
            names = "--on",
            paramLabel = "WHERE",
            description = "Train the runs of a series in processes of their own: local, on this computer.")
    private String where;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Number of runs that are trained at the same time (default: 1). The results do not depend "
                    + "on it. Several are fastest with --threads 1.")
    private Integer atOnce;

    /** Whether one of the options was given. */
    public boolean isGiven() {
        return where != null || atOnce != null;
    }

    /**
     * The number of runs at once.
     *
     * @throws Problem if it is not a number of processes, or the place is unknown
     */
    public int atOnce() {
        if (where != null && !where.equals("local")) {
            throw Problem.input("--on must be local, got " + where + ".");
        }
        if (atOnce != null && (atOnce < 1 || atOnce > 1000)) {
            throw Problem.input("--at-once must be from 1 to 1000, got " + atOnce + ".");
        }
        return atOnce == null ? 1 : atOnce;
    }
}
