package org.maferstudio.ui.controls;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/** A box above the window, which a click beside it or Escape closes. */
public final class PopupBox {
    private final Popup popup = new Popup();
    private final Region box;

    /** A box that is not yet open. */
    public PopupBox(Region box) {
        this.box = box;
        popup.getContent().add(box);
        popup.setAutoHide(true);
        // Lists and text fields consume Escape, so that the popup would not receive it.
        popup.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
    }

    /** Whether it is open. */
    public boolean isShowing() {
        return popup.isShowing();
    }

    /** Closes it. */
    public void hide() {
        popup.hide();
    }

    /**
     * Opens above the window of a node, in that window's font size. The window is its owner, not the node: clicks
     * on their owner do not close popups.
     */
    public void show(Node frame) {
        box.setStyle(frame.getScene().getRoot().getStyle());
        popup.show(frame.getScene().getWindow());
    }

    /** Moves it, in px of the screen. */
    public void moveTo(double x, double y) {
        popup.setX(x);
        popup.setY(y);
    }
}
