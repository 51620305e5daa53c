package org.maferstudio.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.maferstudio.ui.workbench.PaneView;

/** The line above the content: the pane's title at the left, its actions at the right, the primary one last. */
final class PaneHeader extends HBox {
    private final Label title = new Label();
    private final HBox actions = new HBox();

    PaneHeader() {
        getStyleClass().add("pane-header");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.TITLE_3);
        title.setMinWidth(Region.USE_PREF_SIZE);
        actions.getStyleClass().add("pane-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(actions, Priority.ALWAYS);
        getChildren().addAll(title, actions);
    }

    /** Shows the title and the actions of a pane. */
    void show(String text, PaneView view) {
        title.setText(text);
        actions.getChildren().setAll(view.secondaryActions());
        view.primaryAction().ifPresent(actions.getChildren()::add);
    }
}
