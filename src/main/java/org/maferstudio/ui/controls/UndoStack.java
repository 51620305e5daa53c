package org.maferstudio.ui.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The actions of a pane that can be undone, the last first. */
public final class UndoStack {
    private static final int MOST = 100;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");

    /**
     * What was done.
     *
     * @param back undoes it
     */
    public record Step(String title, Runnable back) {}

    /** The action that would be undone, such as {@code Deleted base}; empty for none. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Adds an action that {@code back} undoes. */
    public Step did(String what, Runnable back) {
        Step step = new Step(what, back);
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        update();
        return step;
    }

    /** Removes an action that failed, so that there is nothing to undo. */
    public void forget(Step step) {
        steps.remove(step);
        update();
    }

    /** Undoes the last action, if there is one. */
    public void undo() {
        Step last = steps.poll();
        update();
        if (last != null) {
            last.back().run();
        }
    }

    /** Discards all actions, for another subject. */
    public void clear() {
        steps.clear();
        update();
    }

    private void update() {
        title.set(steps.isEmpty() ? "" : steps.peek().title());
    }
}
