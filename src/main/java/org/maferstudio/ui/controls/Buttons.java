package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** Makes buttons of the window's three kinds. */
public final class Buttons {
    private Buttons() {}

    /** The one action of a pane, in the accent colour. */
    public static Button primary(String text, Ikon icon, Runnable action) {
        Button button = secondary(text, icon, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** Any other action. */
    public static Button secondary(String text, Ikon icon, Runnable action) {
        Button button = new Button(text, new Icon(icon));
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /** An icon button; its tooltip says what it does and names the key, if any. */
    public static Button icon(Ikon icon, String tooltip, Runnable action) {
        Button button = new Button(null, new Icon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(tooltip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
