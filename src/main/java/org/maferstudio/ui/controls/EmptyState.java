package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** The placeholder of an empty pane: a message, and the button that creates content. */
public final class EmptyState extends VBox {
    /** A line without a button. */
    public EmptyState(Ikon icon, String sentence) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label line = new Label(sentence);
        line.getStyleClass().add(Styles.TEXT_MUTED);
        WrappingText.wrapped(line);
        getChildren().addAll(new Icon(icon), line);
    }

    /** A line that changes. */
    public EmptyState(Ikon icon, ObservableStringValue sentence) {
        this(icon, "");
        ((Label) getChildren().get(1)).textProperty().bind(sentence);
    }

    /** A line and the button that fills the place. */
    public EmptyState(Ikon icon, String sentence, Button button) {
        this(icon, sentence);
        getChildren().add(button);
    }
}
