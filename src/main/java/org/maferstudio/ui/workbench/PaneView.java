package org.maferstudio.ui.workbench;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * One workplace of the window: what the shell puts between its header and its status bar.
 *
 * <p>A view makes its nodes in its constructor, quickly: it reads no file and computes nothing there.
 */
public interface PaneView {
    /** What fills the pane; it has the pane's style class, such as {@code results}. */
    Node node();

    /** The one button at the right end of the header, if the pane has one. */
    default Optional<Button> primaryAction() {
        return Optional.empty();
    }

    /** The controls in the header left of the primary action: search fields, other buttons. */
    default List<Node> secondaryActions() {
        return List.of();
    }

    /** Called each time the pane comes to the front. */
    default void shown() {}
}
