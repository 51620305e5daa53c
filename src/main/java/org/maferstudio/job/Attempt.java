package org.maferstudio.job;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of something that may not work, which is no failure to log: a value, or why there is none.
 *
 * @param value empty if there is a problem
 * @param problem empty if there is a value
 */
public record Attempt<T>(Optional<T> value, Optional<Problem> problem) {
    /** Tries. */
    public static <T> Attempt<T> of(Supplier<T> work) {
        try {
            return new Attempt<>(Optional.of(work.get()), Optional.empty());
        } catch (Problem e) {
            return new Attempt<>(Optional.empty(), Optional.of(e));
        }
    }
}
