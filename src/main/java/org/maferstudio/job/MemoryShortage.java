package org.maferstudio.job;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises failures for want of memory, of Java's heap or of the engine's native memory. */
public final class MemoryShortage {
    /** What libtorch and CUDA say; their errors have no type of their own. */
    private static final List<String> ENGINE =
            List.of("out of memory", "can't allocate memory", "not enough memory", "cannot allocate memory");

    private MemoryShortage() {}

    /** Whether a failure, or a cause of it in whatever thread, is a want of memory. */
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
