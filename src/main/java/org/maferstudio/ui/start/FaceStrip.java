package org.maferstudio.ui.start;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.start.StartViewModel.LoweredFace;

/** One face at increasing resolutions, side by side in the same size. */
final class FaceStrip extends HBox {
    private static final double SIDE = 112;
    private static final double CORNER = 8;

    FaceStrip(ObservableList<LoweredFace> faces) {
        getStyleClass().add("face-strip");
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleText(Texts.of("start.faces.accessible"));
        show(faces);
        faces.addListener((ListChangeListener<LoweredFace>) change -> show(faces));
    }

    private void show(ObservableList<LoweredFace> faces) {
        getChildren().clear();
        for (LoweredFace face : faces) {
            getChildren().add(tile(face));
        }
        if (faces.isEmpty()) {
            Region place = new Region();
            place.setMinHeight(SIDE + 20);
            getChildren().add(place);
        }
    }

    private static Node tile(LoweredFace face) {
        ImageView view = new ImageView(FxImages.of(face.image()));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        Rectangle clip = new Rectangle(SIDE, SIDE);
        clip.setArcWidth(2 * CORNER);
        clip.setArcHeight(2 * CORNER);
        view.setClip(clip);
        Label caption = new Label(Texts.of("start.faces.pixels", face.side()));
        caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        VBox tile = new VBox(new StackPane(view), caption);
        tile.getStyleClass().add("face-tile");
        tile.setAlignment(Pos.CENTER);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
