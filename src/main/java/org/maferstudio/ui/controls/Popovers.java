package org.maferstudio.ui.controls;

import atlantafx.base.controls.Popover;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Makes popovers, which Escape and a click elsewhere close. */
public final class Popovers {
    private Popovers() {}

    /** A closed popover; it opens in the font size of the window. */
    public static Popover of(Region content, Popover.ArrowLocation arrow) {
        Popover popover = new Popover(content);
        popover.setArrowLocation(arrow);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setOnShowing(event ->
                content.setStyle(popover.getOwnerWindow().getScene().getRoot().getStyle()));
        // Lists and text fields consume Escape, so that the popover would not receive it.
        popover.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popover.hide();
                event.consume();
            }
        });
        return popover;
    }
}
