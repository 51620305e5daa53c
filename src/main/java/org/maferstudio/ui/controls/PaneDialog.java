package org.maferstudio.ui.controls;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;

/** A dialog that fills a pane: a preview at the left, a form at the right; Escape closes it. */
public final class PaneDialog extends BorderPane {
    private final HBox foot;

    /**
     * Creates a hidden dialog.
     *
     * @param preview fills the remaining space
     * @param form the settings
     * @param done the button that closes it
     */
    public PaneDialog(String title, Region preview, VBox form, Button done, BooleanProperty open) {
        getStyleClass().add("pane-dialog");
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        HBox head = new HBox(
                heading, new Spacer(), Buttons.icon(Feather.X, Texts.of("common.dialog.close"), () -> open.set(false)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dialog-head");
        setTop(head);
        preview.setMinSize(0, 0);
        setCenter(preview);
        form.getStyleClass().add("dialog-form");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        done.setDefaultButton(true);
        foot = new HBox(done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("dialog-foot");
        VBox side = new VBox(scroll, foot);
        side.getStyleClass().add("dialog-side");
        setRight(side);
        visibleProperty().bind(open);
        managedProperty().bind(open);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                open.set(false);
                event.consume();
            }
        });
        open.addListener((property, old, now) -> {
            if (now) {
                // A disabled button takes no focus, and then Escape would go elsewhere.
                (done.isDisabled() ? this : done).requestFocus();
            }
        });
    }

    /** Shows a line beside the button, such as what is still missing. */
    public void note(ObservableValue<String> sentence) {
        Label note = WrappingText.wrapped(new Label());
        note.textProperty().bind(sentence);
        note.getStyleClass().addAll("dialog-note", Styles.TEXT_MUTED);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        for (Node button : foot.getChildren()) {
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
        }
        foot.getChildren().add(0, note);
    }
}
