package org.maferstudio.ui.schedule;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;

/** One face at each resolution, side by side, as large as the width allows. */
final class FaceRow extends HBox {
    private static final double GAP = 12;
    private static final double LARGEST = 120;

    FaceRow(ScheduleViewModel model) {
        super(GAP);
        getStyleClass().add("face-row");
        setMinWidth(0);
        model.downsampledProperty().addListener((property, old, now) -> show(now));
        widthProperty().addListener(property -> fit());
        show(model.downsampledProperty().get());
    }

    private void show(List<FaceAtResolution> faces) {
        getChildren().setAll(faces.stream().map(FaceRow::face).toList());
        fit();
    }

    private static VBox face(FaceAtResolution face) {
        ImageView picture = new ImageView(FxImages.of(face.image()));
        picture.setPreserveRatio(true);
        picture.setAccessibleText(Texts.of("schedule.preview.face.accessible", face.title()));
        picture.setOpacity(face.changed() ? 1 : 0.4);
        Label title = new Label(face.title());
        title.getStyleClass().add(Styles.TEXT_SMALL);
        Label note = new Label(face.note());
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        VBox box = new VBox(picture, title, note);
        box.getStyleClass().add("face");
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private void fit() {
        int count = getChildren().size();
        double side = Math.floor(Math.min(LARGEST, (getWidth() - GAP * (count - 1)) / Math.max(1, count)));
        for (var child : getChildren()) {
            ImageView picture = (ImageView) ((VBox) child).getChildren().get(0);
            picture.setFitWidth(Math.max(16, side));
            picture.setFitHeight(Math.max(16, side));
        }
    }
}
