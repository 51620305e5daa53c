package org.maferstudio.ui.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What was done in a pane and can be taken back, the last first. */
public final class UndoStack {
    private static final int MOST = 100;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    /**
     * What was done.
     *
     * @param back takes it back
     */
    public record Step(String title, Runnable back) {}

    /** What would be taken back, such as {@code Deleted base}; empty for nothing. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Something was done that {@code back} takes back. */
    public Step did(String what, Runnable back) {
        Step step = new Step(what, back);
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        tell();
        return step;
    }

    /** Something could not be done after all, so that there is nothing to take back. */
    public void forget(Step step) {
        steps.remove(step);
        tell();
    }

    /** Takes back what was done last; nothing if there is nothing. */
    public void undo() {
        Step last = steps.poll();
        tell();
        if (last != null) {
            last.back().run();
        }
    }

    /** Forgets all of it, for another subject. */
    public void clear() {
        steps.clear();
        tell();
    }

    private void tell() {
        title.set(steps.isEmpty() ? "" : steps.peek().title());
    }
}
