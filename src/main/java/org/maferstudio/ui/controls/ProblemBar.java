package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;

/** A bar at the top of a pane that shows why an action failed; hidden while there is no problem. */
public final class ProblemBar extends HBox {
    private final Label sentence = new Label();

    /** Hidden until it gets a sentence. */
    public ProblemBar() {
        getStyleClass().add("problem-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var close = Buttons.icon(Feather.X, Texts.of("parts.problem.close"), () -> sentence.setText(""));
        close.getStyleClass().add(Styles.SMALL);
        getChildren().addAll(new Icon(Feather.ALERT_TRIANGLE), sentence, close);
        visibleProperty().bind(sentence.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** Its text; empty hides it. Bind it in both directions: the user can close the bar. */
    public StringProperty sentenceProperty() {
        return sentence.textProperty();
    }
}
