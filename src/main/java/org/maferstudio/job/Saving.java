package org.maferstudio.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work that must finish saving before the process ends, such as a training that writes a checkpoint.
 *
 * <p>The list is global because the signal that ends the process is. Any work can register itself, and the shutdown
 * handler reads the list. All other work may be interrupted at any time.
 */
public final class Saving implements AutoCloseable {
    private static final Set<Saving> RUNNING = ConcurrentHashMap.newKeySet();

    private final String what;

    private Saving(String what) {
        this.what = what;
    }

    /**
     * Registers work until the returned object is closed.
     *
     * @param what a description for users, such as {@code the training in DIR}
     */
    public static Saving of(String what) {
        Saving saving = new Saving(what);
        RUNNING.add(saving);
        return saving;
    }

    /** The registered work; empty if the process can end without losing anything. */
    public static List<String> running() {
        return RUNNING.stream().map(saving -> saving.what).distinct().sorted().toList();
    }

    @Override
    public void close() {
        RUNNING.remove(this);
    }
}
