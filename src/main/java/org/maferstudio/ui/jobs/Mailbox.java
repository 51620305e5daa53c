package org.maferstudio.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects values from any thread until they are fetched on the screen's thread. */
final class Mailbox<T> {
    private final Consumer<? super List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /** Empty; the receiver gets what was collected. */
    Mailbox(Consumer<? super List<T>> receiver) {
        this.receiver = receiver;
    }

    /** Adds a value; returns whether it is the first since the last delivery, so that a delivery is needed. */
    synchronized boolean put(T value) {
        waiting.add(value);
        return waiting.size() == 1;
    }

    /** Replaces the waiting values; returns whether a delivery is needed. */
    synchronized boolean replace(T value) {
        boolean first = waiting.isEmpty();
        waiting.clear();
        waiting.add(value);
        return first;
    }

    /** Delivers the waiting values, if any. */
    void deliver() {
        List<T> values;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return;
            }
            values = waiting;
            waiting = new ArrayList<>();
        }
        receiver.accept(values);
    }
}
