package org.maferstudio.network.check;

import java.io.IOException;
import java.util.List;
import org.maferstudio.job.Progress;
import org.maferstudio.network.check.EngineVerdict.Check;

/** Lets another process check one plan for one workload. */
@FunctionalInterface
public interface CheckRunner {
    /**
     * Checks, until it is asked to stop.
     *
     * @throws org.maferstudio.job.Problem if the process ended in a way which is no result about the engine
     * @throws IOException if no process can be started, or its files cannot be written
     * @throws InterruptedException if this thread is asked to end
     */
    Attempt run(Workload workload, EnginePlan plan, Progress progress) throws IOException, InterruptedException;

    /** How a check ended. */
    enum Ending {
        DONE,
        CRASHED,
        HUNG,
        STOPPED
    }

    /**
     * What came of it.
     *
     * @param ending how the process ended
     * @param checks one per layer that was finished
     * @param unfinished the layer in which it crashed or hung; empty if there is none
     * @param warnings what the engine printed, each line once
     */
    record Attempt(Ending ending, List<Check> checks, String unfinished, List<String> warnings) {
        public Attempt {
            checks = List.copyOf(checks);
            warnings = List.copyOf(warnings);
        }

        /** Whether everything was computed, and correctly. */
        boolean passed() {
            return ending == Ending.DONE && !checks.isEmpty() && checks.stream().allMatch(Check::passed);
        }
    }
}
