package org.maferstudio.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** This computer, and the job of a cluster's scheduler (Slurm) that this process belongs to. */
public final class ComputeHost {
    private static final String NAME = hostName();

    private ComputeHost() {}

    /** The computer's name in its network. */
    public static String name() {
        return NAME;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
        }
    }

    /** The job, such as {@code 17_3} for the third element of an array; empty outside a cluster. */
    public static Optional<String> job() {
        // The last element of an array carries the array's own number, so elements are named by array and index.
        return environment("SLURM_ARRAY_JOB_ID")
                .flatMap(array -> environment("SLURM_ARRAY_TASK_ID").map(task -> array + "_" + task))
                .or(() -> environment("SLURM_JOB_ID"));
    }

    /** How often the scheduler has started this job again. */
    public static int restarts() {
        return environment("SLURM_RESTART_COUNT").map(Integer::parseInt).orElse(0);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
