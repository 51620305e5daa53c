package org.maferstudio.job;

/**
 * Something long that gives a value.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface BackgroundWork<T> {
    /**
     * Does the work; asked to stop it returns normally with what is done.
     *
     * @throws Problem if it cannot, with a sentence for the user
     * @throws Exception on an unexpected failure
     */
    T run(Progress progress) throws Exception;
}
