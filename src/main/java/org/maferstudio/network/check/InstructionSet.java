package org.maferstudio.network.check;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * How far oneDNN is limited in a process. It reads its environment once, when it first computes: from then on the limit
 * holds until the process ends.
 */
final class InstructionSet {
    /** Read by oneDNN. */
    static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

    /** Read by oneDNN where the other is missing. */
    private static final String OLD_VARIABLE = "DNNL_MAX_CPU_ISA";

    /** Holds what this process has settled on; a property, because the fact belongs to the process. */
    private static final String SETTLED = "mafer.engine.limit";

    private final String environment;
    private final Properties process;
    private final Consumer<String> setter;

    /**
     * Of a process.
     *
     * @param environment the limit that its environment asked for when it was started; empty for none
     * @param process where it is noted that it has settled
     * @param setter limits oneDNN, if it has not computed yet
     */
    InstructionSet(String environment, Properties process, Consumer<String> setter) {
        this.environment = environment;
        this.process = process;
        this.setter = setter;
    }

    /** Of this process. */
    static InstructionSet ofThisProcess() {
        String set = System.getenv(VARIABLE);
        String old = System.getenv(OLD_VARIABLE);
        return new InstructionSet(
                set != null ? set : old != null ? old : "", System.getProperties(), InstructionSet::set);
    }

    /** Whether the user has chosen the limit, by a variable of the environment. */
    boolean given() {
        return !environment.isEmpty();
    }

    /** The limit that holds in this process; empty as long as any can still be chosen. */
    Optional<String> current() {
        return given() ? Optional.of(environment) : Optional.ofNullable(process.getProperty(SETTLED));
    }

    /**
     * Limits oneDNN from now on, unless something has been computed in this process.
     *
     * @param limit a value of the variable; empty for no limit
     * @return whether this limit holds
     * @throws Problem if the limit cannot be set on this system
     */
    boolean settleOn(String limit) {
        synchronized (process) {
            Optional<String> before = current();
            if (before.isPresent()) {
                return before.get().equals(limit);
            }
            if (!limit.isEmpty()) {
                limitTo(limit);
            }
            process.setProperty(SETTLED, limit);
            return true;
        }
    }

    private void limitTo(String limit) {
        try {
            setter.accept(limit);
        } catch (LinkageError e) {
            // JNA finds no library of the system, or cannot be loaded itself.
            throw Problem.failure(Texts.of("network.engineCheck.notLimited", limit, VARIABLE, e.getMessage()), e);
        }
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
