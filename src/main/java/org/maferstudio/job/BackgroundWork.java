package org.maferstudio.job;

/**
 * Long-running work that returns a value.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface BackgroundWork<T> {
    /**
     * Does the work. If a stop is requested, returns normally with what is done.
     *
     * @throws Problem if the work fails in an expected way, with a message for the user
     * @throws Exception on an unexpected failure
     */
    T run(Progress progress) throws Exception;
}
