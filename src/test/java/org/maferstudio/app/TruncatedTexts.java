package org.maferstudio.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/**
 * Finds texts that end in an ellipsis because their place is too small, and controls beyond the window's edge.
 *
 * <p>A text with a tooltip does not count, as it can be read in full; nor does a cell of a table, whose column can be
 * widened, nor what is scrolled out of sight.
 */
final class TruncatedTexts {
    private TruncatedTexts() {}

    /** All of them, each with the style classes around it. */
    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        collect(root, root, found, false);
        return found;
    }

    private static void collect(Parent root, Parent parent, List<String> found, boolean scrolled) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean ofTable = node instanceof IndexedCell<?> && !(node instanceof ListCell<?>);
            if (!node.isVisible() || hasTooltip(node) || ofTable) {
                continue;
            }
            if (node instanceof Labeled labeled && isTruncated(labeled) && isSeen(root, labeled)) {
                found.add('"' + labeled.getText() + "\" in " + place(labeled));
            }
            if (!scrolled && node instanceof Control control && isBeyond(root, control)) {
                found.add("beyond the window's edge: " + name(control) + " in " + place(control));
            }
            if (node instanceof Parent inner) {
                collect(root, inner, found, scrolled || scrolls(node));
            }
        }
    }

    private static boolean hasTooltip(Node node) {
        return node instanceof Control control && control.getTooltip() != null;
    }

    private static boolean isTruncated(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isEmpty()) {
            return false;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child.isVisible()) {
                return text.getText().endsWith(labeled.getEllipsisString()) && !whole.equals(text.getText());
            }
        }
        return false;
    }

    private static boolean isSeen(Parent root, Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        Bounds all = root.localToScene(root.getBoundsInLocal());
        return place.getWidth() > 0 && place.getHeight() > 0 && all.intersects(place);
    }

    private static boolean scrolls(Node node) {
        return node instanceof ScrollPane
                || node instanceof VirtualFlow<?>
                || node instanceof TableView<?>
                || node instanceof TreeTableView<?>;
    }

    private static boolean isBeyond(Parent root, Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        Bounds all = root.localToScene(root.getLayoutBounds());
        boolean empty = place.getWidth() < 1 || place.getHeight() < 1;
        return !empty && (place.getMaxX() > all.getMaxX() + 1 || place.getMaxY() > all.getMaxY() + 1);
    }

    private static String name(Control control) {
        return control instanceof Labeled labeled && labeled.getText() != null
                ? '"' + labeled.getText() + '"'
                : control.getClass().getSimpleName();
    }

    /** The style classes around something. */
    static String place(Node node) {
        List<String> classes = new ArrayList<>();
        for (Node at = node; at != null && classes.size() < 4; at = at.getParent()) {
            if (!at.getStyleClass().isEmpty()) {
                classes.add(String.join(".", at.getStyleClass()));
            }
        }
        return String.join(" < ", classes);
    }
}
