package org.maferstudio.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that keeps what is done when it is asked to stop, and must not be cut short until it has: a training, for example,
 * which ends its step and writes a checkpoint.
 *
 * <p>The list is the process's, as the signal that ends the process is: work at any depth enters itself, and the one place
 * that ends the process reads it. All other work may be cut short at any time.
 */
public final class Saving implements AutoCloseable {
    private static final Set<Saving> RUNNING = ConcurrentHashMap.newKeySet();

    private final String what;

    private Saving(String what) {
        this.what = what;
    }

    /**
     * Work that begins now and ends when this is closed.
     *
     * @param what the work for users, such as {@code the training in DIR}
     */
    public static Saving of(String what) {
        Saving saving = new Saving(what);
        RUNNING.add(saving);
        return saving;
    }

    /** What runs at the moment; empty if nothing would be lost. */
    public static List<String> running() {
        return RUNNING.stream().map(saving -> saving.what).distinct().sorted().toList();
    }

    @Override
    public void close() {
        RUNNING.remove(this);
    }
}
