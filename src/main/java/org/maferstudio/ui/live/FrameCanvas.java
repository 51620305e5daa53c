package org.maferstudio.ui.live;

import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveReading;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FaceOutline;
import org.maferstudio.ui.controls.FxImages;

/**
 * The frame with a box around each face, dotted if it is carried from an earlier frame; a click selects that face, and a
 * tooltip says how its box came about.
 */
final class FrameCanvas extends Region {
    private static final double[] DOTS = {2, 6};
    /** Of a box that is carried from an earlier frame. */
    private static final double FAINT = 0.6;

    private static final Font TAG = Font.font(14);
    private static final double TAG_HEIGHT = 18;
    private static final Color LOOKED = Color.web("#FFD400");
    private static final Color OTHER = Color.web("#FFFFFF");

    private final LiveViewModel model;
    private final ImageView view = new ImageView();
    private final FxImages.Moving frame = new FxImages.Moving();
    private final Canvas boxes = new Canvas();
    private final Tooltip tooltip = new Tooltip();

    FrameCanvas(LiveViewModel model) {
        this.model = model;
        getStyleClass().add("live-frame");
        getChildren().addAll(view, boxes);
        view.setManaged(false);
        boxes.setManaged(false);
        setMinSize(0, 0);
        setAccessibleText(Texts.of("live.frame.accessible"));
        model.readings().readingProperty().addListener((property, old, now) -> show(now));
        model.form().mirroredProperty().addListener(property -> requestLayout());
        setOnMouseMoved(event -> describe(event.getX(), event.getY()));
        setOnMouseClicked(event -> click(event.getX(), event.getY()));
        show(model.readings().readingProperty().get());
    }

    private void show(LiveReading reading) {
        view.setImage(reading == null ? null : frame.show(reading.frame().image()));
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        boxes.setWidth(getWidth());
        boxes.setHeight(getHeight());
        GraphicsContext context = boxes.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        if (view.getImage() == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = scale();
        double width = view.getImage().getWidth() * scale;
        double height = view.getImage().getHeight() * scale;
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.setX(left());
        view.setY((getHeight() - height) / 2);
        view.setScaleX(model.form().mirroredProperty().get() ? -1 : 1);
        model.readings().readingProperty().get().faces().forEach(face -> draw(context, face));
    }

    private double scale() {
        return Math.min(
                getWidth() / view.getImage().getWidth(),
                getHeight() / view.getImage().getHeight());
    }

    private double left() {
        return (getWidth() - view.getImage().getWidth() * scale()) / 2;
    }

    private void draw(GraphicsContext context, FaceReading face) {
        FaceBounds box = onScreen(face.face().box());
        boolean carried = face.face().sighting() == TrackedFace.Sighting.CARRIED;
        Color colour = isSelected(face) ? LOOKED : OTHER;
        context.setGlobalAlpha(carried ? FAINT : 1);
        FaceOutline.draw(context, box, colour, carried ? DOTS : new double[0]);
        context.setGlobalAlpha(1);
        String tag = FaceText.tag(
                face.face(), model.readings().readingProperty().get().faces().size() > 1);
        if (!tag.isEmpty()) {
            tag(context, tag, box, colour);
        }
    }

    /** Above the box, or in it if there is no space above; always in the pane. */
    private static void tag(GraphicsContext context, String tag, FaceBounds box, Color colour) {
        Text measured = new Text(tag);
        measured.setFont(TAG);
        double width = measured.getLayoutBounds().getWidth() + 10;
        double x = Math.max(0, Math.min(context.getCanvas().getWidth() - width, box.x()));
        double y = box.y() < TAG_HEIGHT + 2 ? Math.max(0, box.y()) + 2 : box.y() - TAG_HEIGHT - 2;
        context.setFont(TAG);
        context.setFill(FaceOutline.EDGE);
        context.fillRect(x, y, width, TAG_HEIGHT);
        context.setFill(colour);
        context.fillText(tag, x + 5, y + TAG_HEIGHT - 4);
    }

    /** The face at a place of the pane. */
    private Optional<FaceReading> at(double x, double y) {
        LiveReading reading = model.readings().readingProperty().get();
        if (reading == null) {
            return Optional.empty();
        }
        return reading.faces().stream()
                .filter(face -> onScreen(face.face().box()).contains(x, y))
                .findFirst();
    }

    private void describe(double x, double y) {
        Optional<FaceReading> face = at(x, y);
        face.ifPresent(there -> tooltip.setText(FaceText.sentence(there.face())));
        if (face.isPresent()) {
            Tooltip.install(this, tooltip);
        } else {
            Tooltip.uninstall(this, tooltip);
        }
    }

    private boolean isSelected(FaceReading face) {
        LiveReading reading = model.readings().readingProperty().get();
        int id = model.readings().faceProperty().get();
        boolean there = reading.faces().stream().anyMatch(one -> one.face().id() == id);
        return there ? face.face().id() == id : reading.faces().get(0).equals(face);
    }

    private FaceBounds onScreen(FaceBounds box) {
        double scale = scale();
        double top = (getHeight() - view.getImage().getHeight() * scale) / 2;
        double x = model.form().mirroredProperty().get() ? view.getImage().getWidth() - box.x() - box.width() : box.x();
        return new FaceBounds(left() + x * scale, top + box.y() * scale, box.width() * scale, box.height() * scale);
    }

    private void click(double x, double y) {
        model.selectFace(at(x, y).map(face -> face.face().id()).orElse(0));
        layoutChildren();
    }
}
