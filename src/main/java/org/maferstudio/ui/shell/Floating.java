package org.maferstudio.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/** A box above the window, which a click beside it or Escape closes. */
final class Floating {
    private final Popup popup = new Popup();
    private final Region box;

    Floating(Region box) {
        this.box = box;
        popup.getContent().add(box);
        popup.setAutoHide(true);
        // Lists and text fields keep Escape for themselves, so that the popup would not hear of it.
        popup.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /**
     * Opens above the window of a frame, in letters of the frame's size. The window is its owner, not the frame: clicks
     * on their owner do not close popups.
     */
    void show(Region frame) {
        box.setStyle(frame.getStyle());
        popup.show(frame.getScene().getWindow());
    }

    /** Moves it, in px of the screen. */
    void moveTo(double x, double y) {
        popup.setX(x);
        popup.setY(y);
    }
}
