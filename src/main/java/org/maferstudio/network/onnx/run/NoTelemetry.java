package org.maferstudio.network.onnx.run;

import com.sun.jna.Function;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Keeps ONNX Runtime from reporting to its makers. Its builds for Linux and macOS do so over HTTPS unless a variable of the
 * environment is set before it is loaded, as its {@code Privacy.md} says; where Java's command line is longer than 4 kB,
 * that code also crashes the process.
 */
final class NoTelemetry {
    /** The variable, whose value is 1. */
    static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private NoTelemetry() {}

    /**
     * Sets the variable in this process, whose natives read it from now on.
     *
     * @throws Problem if it cannot be set
     */
    static void set() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        // Windows has it as events of the system, which a call turns off.
        if (windows || "1".equals(System.getenv(VARIABLE))) {
            return;
        }
        try {
            int failed = Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, "1", 1});
            if (failed != 0) {
                throw new IllegalStateException("setenv returns " + failed);
            }
        } catch (LinkageError | RuntimeException e) {
            throw Problem.failure(Texts.of("network.onnx.error.telemetry", VARIABLE), e);
        }
    }
}
