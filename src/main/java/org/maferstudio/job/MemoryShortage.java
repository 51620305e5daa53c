package org.maferstudio.job;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises out-of-memory failures of the Java heap and of the engine's native memory. */
public final class MemoryShortage {
    /** Messages of libtorch and CUDA, whose errors have no type of their own. */
    private static final List<String> ENGINE =
            List.of("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory");

    private MemoryShortage() {}

    /** Whether a failure, or any of its causes, is an out-of-memory error. */
    public static boolean isIn(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof OutOfMemoryError
                    || (!(cause instanceof Problem) && ENGINE.stream().anyMatch(words::contains))) {
                return true;
            }
        }
        return false;
    }
}
