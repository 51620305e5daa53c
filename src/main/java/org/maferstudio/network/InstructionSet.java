package org.maferstudio.network;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * How far oneDNN is limited in this process. It reads its environment once, when it first computes: from then on the
 * limit holds until the process ends.
 */
final class InstructionSet {
    /** Read by oneDNN. */
    static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

    /** Read by oneDNN where the other is missing. */
    private static final String OLD_VARIABLE = "DNNL_MAX_CPU_ISA";

    /** Holds what this process has settled on; a property, because the fact belongs to the process. */
    private static final String SETTLED = "mafer.engine.limit";

    private InstructionSet() {}

    /** The limit that the environment of this process asked for when it was started; empty for none. */
    static String ofEnvironment() {
        String set = System.getenv(VARIABLE);
        String old = System.getenv(OLD_VARIABLE);
        return set != null ? set : old != null ? old : "";
    }

    /** The limit that holds in this process; empty as long as any can still be chosen. */
    static Optional<String> settled() {
        String environment = ofEnvironment();
        return environment.isEmpty() ? Optional.ofNullable(System.getProperty(SETTLED)) : Optional.of(environment);
    }

    /**
     * Limits oneDNN from now on, unless something has been computed in this process.
     *
     * @param limit a value of the variable; empty for no limit
     * @return whether this limit holds
     */
    static synchronized boolean settle(String limit) {
        Optional<String> before = settled();
        if (before.isPresent()) {
            return before.get().equals(limit);
        }
        if (!limit.isEmpty()) {
            set(limit);
        }
        System.setProperty(SETTLED, limit);
        return true;
    }

    /** Java's own view of the environment cannot be changed, the process's can. */
    private static void set(String limit) {
        if (Platform.isWindows()) {
            Function.getFunction("kernel32", "SetEnvironmentVariableA").invokeInt(new Object[] {VARIABLE, limit});
        } else {
            Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, limit, 1});
        }
    }
}
