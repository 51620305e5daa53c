package org.maferstudio.ui.analysis;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FaceOutline;
import org.maferstudio.ui.controls.FxImages;

/**
 * The shown frame with a box around each face: solid where it was found, dashed where it was carried over; a click selects
 * that face.
 */
final class FilmCanvas extends Region {
    private static final double FONT = 14;
    private static final Color SELECTED = Color.web("#FFD400");
    private static final Color OTHER = Color.WHITE;

    private final FilmPlayer player;
    private final ImageView view = new ImageView();
    private final FxImages.Moving frame = new FxImages.Moving();
    private final Canvas boxes = new Canvas();

    FilmCanvas(FilmPlayer player) {
        this.player = player;
        getStyleClass().add("film-frame");
        getChildren().addAll(view, boxes);
        view.setManaged(false);
        boxes.setManaged(false);
        setMinSize(0, 0);
        setAccessibleText(Texts.of("analysis.frame.accessible"));
        player.shownProperty().addListener((property, old, now) -> show(now));
        player.faceProperty().addListener(property -> requestLayout());
        setOnMouseClicked(event -> click(event.getX(), event.getY()));
        show(player.shownProperty().get());
    }

    private void show(FilmPlayer.Shown shown) {
        view.setImage(shown == null ? null : frame.show(shown.image()));
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        boxes.setWidth(getWidth());
        boxes.setHeight(getHeight());
        GraphicsContext context = boxes.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        if (view.getImage() == null || scale() <= 0) {
            return;
        }
        view.setFitWidth(view.getImage().getWidth() * scale());
        view.setFitHeight(view.getImage().getHeight() * scale());
        view.setX(left());
        view.setY(top());
        faces().forEach(face -> draw(context, face));
    }

    private List<AnalysedFace> faces() {
        FilmPlayer.Shown shown = player.shownProperty().get();
        return shown == null
                ? List.of()
                : player.readings().frame(shown.index()).faces();
    }

    private double scale() {
        return Math.min(
                getWidth() / view.getImage().getWidth(),
                getHeight() / view.getImage().getHeight());
    }

    private double left() {
        return (getWidth() - view.getImage().getWidth() * scale()) / 2;
    }

    private double top() {
        return (getHeight() - view.getImage().getHeight() * scale()) / 2;
    }

    private void draw(GraphicsContext context, AnalysedFace face) {
        FaceBounds box = onScreen(face.tracked().box());
        Color colour = isSelected(face) ? SELECTED : OTHER;
        boolean found = face.tracked().sighting() == TrackedFace.Sighting.FOUND;
        FaceOutline.draw(context, box, colour, found ? new double[0] : new double[] {8, 5});
        String name = found
                ? Integer.toString(face.tracked().id())
                : Texts.of("analysis.frame.carried", face.tracked().id());
        Text measured = new Text(name);
        measured.setFont(Font.font(FONT));
        double wide = measured.getLayoutBounds().getWidth() + 10;
        double above = Math.max(0, box.y() - FONT - 6);
        context.setFont(Font.font(FONT));
        context.setFill(FaceOutline.EDGE);
        context.fillRect(box.x(), above, wide, FONT + 4);
        context.setFill(colour);
        context.fillText(name, box.x() + 5, above + FONT);
    }

    private boolean isSelected(AnalysedFace face) {
        return player.readings()
                .face(
                        player.shownProperty().get().index(),
                        player.faceProperty().get())
                .filter(face::equals)
                .isPresent();
    }

    private FaceBounds onScreen(FaceBounds box) {
        double scale = scale();
        return new FaceBounds(
                left() + box.x() * scale, top() + box.y() * scale, box.width() * scale, box.height() * scale);
    }

    private void click(double x, double y) {
        if (view.getImage() == null) {
            return;
        }
        Optional<AnalysedFace> hit = faces().stream()
                .filter(face -> onScreen(face.tracked().box()).contains(x, y))
                .findFirst();
        hit.ifPresent(face -> player.faceProperty().set(face.tracked().id()));
    }
}
