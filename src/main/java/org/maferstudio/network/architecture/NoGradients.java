package org.maferstudio.network.architecture;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Computes without recording for gradients: less memory, and parameters may be written in place.
 *
 * <p>PyTorch keeps this switch for each thread, and each new thread starts with recording on; DJL turns it off only on
 * the thread that loaded the engine.
 */
public final class NoGradients {
    private NoGradients() {}

    /** What the work gives, computed without recording. */
    public static <T> T get(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** Does the work without recording. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }
}
