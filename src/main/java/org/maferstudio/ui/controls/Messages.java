package org.maferstudio.ui.controls;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;

/** Makes the bars of a pane that say what is wrong; each is there while it has a sentence. */
public final class Messages {
    private Messages() {}

    /** Why an action failed. The user closes it with its button, or with Escape while it has the focus. */
    public static Message problem(StringProperty sentence) {
        Message bar = bar(sentence, Styles.DANGER);
        bar.getStyleClass().add("problem-bar");
        bar.setOnClose(event -> sentence.set(""));
        bar.setFocusTraversable(true);
        bar.setAccessibleHelp(Texts.of("common.problem.close"));
        bar.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                sentence.set("");
                event.consume();
            }
        });
        return bar;
    }

    /** What to beware of. */
    public static Message warning(ObservableValue<String> sentence) {
        Message bar = bar(sentence, Styles.WARNING);
        bar.getStyleClass().add("warning-bar");
        return bar;
    }

    private static Message bar(ObservableValue<String> sentence, String kind) {
        Message bar = new Message(null, null, new Icon(Feather.ALERT_TRIANGLE));
        bar.getStyleClass().add(kind);
        bar.descriptionProperty().bind(sentence);
        bar.accessibleTextProperty().bind(sentence);
        bar.visibleProperty().bind(sentence.map(text -> !text.isEmpty()).orElse(false));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }
}
