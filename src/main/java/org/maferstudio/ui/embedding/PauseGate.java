package org.maferstudio.ui.embedding;

/** A gate that work waits at while it is closed; safe for use from any thread. */
final class PauseGate {
    private boolean closed;

    /** Closes or opens it. */
    synchronized void set(boolean close) {
        closed = close;
        notifyAll();
    }

    /** Waits while it is closed; an interrupt lets through. */
    synchronized void await() {
        while (closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
