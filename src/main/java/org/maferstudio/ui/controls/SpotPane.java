package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.texts.Texts;

/**
 * A figure whose bars, points or cells lead to their samples, with the mouse or with the arrow keys and Enter.
 *
 * <p>It only draws: what a spot stands for is the view model's.
 */
public final class SpotPane extends StackPane {
    private final FigurePane picture;
    private final UnaryOperator<String> tooltipText;
    private final Consumer<FigureRegion> chosen;
    private final AccessibleRegions spoken =
            new AccessibleRegions(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    private static final ArrowNavigation<FigureRegion> STEERING = new ArrowNavigation<>(
            spot -> spot.bounds().getCenterX(), spot -> spot.bounds().getCenterY());
    private final Rectangle hover = frame("cell-hover");
    private final List<Rectangle> marks = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private Predicate<FigureRegion> marked = spot -> false;
    private FigureRegion hovered;

    /** Over a figure whose spots only say their numbers. */
    public SpotPane(FigurePane picture) {
        this(picture, text -> text, spot -> {});
        hover.getStyleClass().setAll("column-hover");
    }

    /** Over a figure; {@code chosen} receives a spot, or null after a click outside all spots or Esc. */
    public SpotPane(FigurePane picture, Consumer<FigureRegion> chosen) {
        this(picture, text -> Texts.of("common.spot.tooltip", text), chosen);
    }

    private SpotPane(FigurePane picture, UnaryOperator<String> tooltipText, Consumer<FigureRegion> chosen) {
        this.picture = picture;
        this.tooltipText = tooltipText;
        this.chosen = chosen;
        getStyleClass().add("spots");
        getChildren().add(picture);
        picture.overlay().getChildren().add(hover);
        picture.overlay().getChildren().addAll(spoken.nodes());
        setFocusTraversable(true);
        setMinSize(0, 0);
        setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
        setOnMouseExited(event -> hover(null));
        setOnMouseClicked(event -> {
            // A drag zooms a chart.
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                chosen.accept(at(event.getX(), event.getY()));
            }
        });
        setOnKeyPressed(this::key);
        focusedProperty().addListener((property, old, now) -> hover(now ? hovered : null));
        picture.spotsProperty().addListener((property, old, now) -> {
            // Curves grow while one points at them.
            hover(now.stream()
                    .filter(spot -> hovered != null && spot.text().equals(hovered.text()))
                    .findFirst()
                    .orElse(null));
            mark();
        });
    }

    /** Saves the figure. */
    public void save() {
        picture.save();
    }

    /** Frames the spots that are selected. */
    public void mark(Predicate<FigureRegion> which) {
        marked = which;
        mark();
    }

    private static Rectangle frame(String styleClass) {
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add(styleClass);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        return frame;
    }

    private List<FigureRegion> spots() {
        return picture.spotsProperty().get();
    }

    /** The one in whose middle the pointer is most nearly. */
    private FigureRegion at(double x, double y) {
        return spots().stream()
                .filter(spot -> spot.bounds().contains(x, y))
                .min((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)))
                .orElse(null);
    }

    private static double distance(FigureRegion spot, double x, double y) {
        return Math.hypot(spot.bounds().getCenterX() - x, spot.bounds().getCenterY() - y);
    }

    private void key(KeyEvent event) {
        picture.zoom(event);
        if (event.isConsumed()) {
            return;
        }
        boolean handled = true;
        switch (event.getCode()) {
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case ENTER, SPACE -> chosen.accept(hovered);
            case ESCAPE -> chosen.accept(null);
            default -> handled = false;
        }
        if (handled && (event.getCode() != KeyCode.ESCAPE || hovered != null)) {
            event.consume();
        }
    }

    /** Moves to the nearest spot in a direction; the sideways distance counts three times. */
    private void move(int right, int down) {
        if (hovered == null) {
            hover(spots().isEmpty() ? null : spots().get(0));
            return;
        }
        STEERING.next(hovered, spots().stream(), right, down).ifPresent(this::hover);
    }

    private void hover(FigureRegion spot) {
        if (spot != null && hovered == null) {
            Tooltip.install(this, tooltip);
        } else if (spot == null) {
            Tooltip.uninstall(this, tooltip);
        }
        hovered = spot;
        place(hover, spot);
        if (spot != null) {
            tooltip.setText(tooltipText.apply(spot.text()));
            setAccessibleText(spot.text());
            spoken.describe(spot.text(), hover.getX(), hover.getY(), hover.getWidth(), hover.getHeight());
        } else {
            spoken.silence();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && spoken.node() != null
                ? spoken.node()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void mark() {
        picture.overlay().getChildren().removeAll(marks);
        marks.clear();
        spots().stream().filter(marked).forEach(spot -> {
            Rectangle mark = frame("cell-selected");
            place(mark, spot);
            marks.add(mark);
        });
        picture.overlay().getChildren().addAll(marks);
    }

    private static void place(Rectangle frame, FigureRegion spot) {
        frame.setVisible(spot != null);
        if (spot != null) {
            frame.setX(spot.bounds().getX());
            frame.setY(spot.bounds().getY());
            frame.setWidth(spot.bounds().getWidth());
            frame.setHeight(spot.bounds().getHeight());
        }
    }
}
