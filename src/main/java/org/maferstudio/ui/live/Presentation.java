package org.maferstudio.ui.live;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** Shows a part of the pane in full screen with a large font; F11 or Esc ends it. */
final class Presentation {
    private static final double LARGER = 1.5;

    private final Pane part;
    private final Runnable putBack;
    private Stage screen;

    /**
     * Not yet.
     *
     * @param putBack puts the part to where it was
     */
    Presentation(Pane part, Runnable putBack) {
        this.part = part;
        this.putBack = putBack;
    }

    /** Begins or ends it. */
    void toggle() {
        if (screen != null) {
            end();
            return;
        }
        Scene from = part.getScene();
        Window owner = from.getWindow();
        StackPane root = new StackPane();
        root.getStyleClass().setAll(from.getRoot().getStyleClass());
        root.getStyleClass().addAll("live", "live-presented");
        double size =
                part.lookup(".label") instanceof Labeled label ? label.getFont().getSize() : 14;
        root.setStyle(from.getRoot().getStyle() + ";-fx-font-size: " + LARGER * size + "px;");
        ((Pane) part.getParent()).getChildren().remove(part);
        root.getChildren().add(part);
        Scene scene = new Scene(root, owner.getWidth(), owner.getHeight());
        scene.getStylesheets().setAll(from.getStylesheets());
        scene.setUserAgentStylesheet(from.getUserAgentStylesheet());
        screen = new Stage(StageStyle.UNDECORATED);
        screen.initOwner(owner);
        screen.setTitle("MAFER Studio");
        screen.setScene(scene);
        screen.setX(owner.getX());
        screen.setY(owner.getY());
        screen.setFullScreenExitHint("");
        screen.setFullScreen(true);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
        screen.setOnHidden(event -> end());
        screen.show();
        part.requestFocus();
    }

    private void end() {
        if (screen == null) {
            return;
        }
        Stage ending = screen;
        screen = null;
        ((Pane) part.getParent()).getChildren().remove(part);
        putBack.run();
        ending.close();
    }
}
