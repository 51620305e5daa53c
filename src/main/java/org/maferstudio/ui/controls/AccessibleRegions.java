package org.maferstudio.ui.controls;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Describes the focused part of a figure to a screen reader, such as a cell of a matrix: its pane names the
 * invisible {@link #node()} as its {@link AccessibleAttribute#FOCUS_ITEM focused item}. Two nodes take turns, since only
 * another item is read out.
 */
public final class AccessibleRegions {
    private final Region one = node("spoken-one");
    private final Region other = node("spoken-other");
    private final Runnable changed;
    private Region now;

    /** Creates an empty description; {@code changed} notifies the screen reader. */
    public AccessibleRegions(Runnable changed) {
        this.changed = changed;
    }

    private static Region node(String id) {
        Region node = new Region();
        node.setId(id);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setManaged(false);
        node.setMouseTransparent(true);
        return node;
    }

    /** The nodes to add to the pane. */
    public Node[] nodes() {
        return new Node[] {one, other};
    }

    /** The focused item; null if there is none. */
    public Node node() {
        return now;
    }

    /** Describes a region, in px of the pane. */
    public void describe(String text, double x, double y, double width, double height) {
        if (now != null && text.equals(now.getAccessibleText())) {
            now.resizeRelocate(x, y, width, height);
            return;
        }
        now = now == one ? other : one;
        now.setAccessibleText(text);
        now.resizeRelocate(x, y, width, height);
        changed.run();
    }

    /** Clears the description. */
    public void silence() {
        if (now != null) {
            now = null;
            changed.run();
        }
    }
}
