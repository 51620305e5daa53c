package org.maferstudio.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects values from any thread until they are fetched on the screen's thread. */
final class Mailbox<T> {
    private final Consumer<? super List<T>> receiver;
    private List<T> waiting = new ArrayList<>();

    /** Empty; the receiver hears what was collected. */
    Mailbox(Consumer<? super List<T>> receiver) {
        this.receiver = receiver;
    }

    /** Puts a value; tells whether it is the first since the last delivery, so that someone must deliver. */
    synchronized boolean put(T value) {
        waiting.add(value);
        return waiting.size() == 1;
    }

    /** Puts a value in place of those that wait; tells whether someone must deliver. */
    synchronized boolean replace(T value) {
        boolean first = waiting.isEmpty();
        waiting.clear();
        waiting.add(value);
        return first;
    }

    /** Tells the receiver what waits, if anything does. */
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
