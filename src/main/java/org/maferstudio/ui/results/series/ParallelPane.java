package org.maferstudio.ui.results.series;

import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.MapChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.ParallelFigure;
import org.maferstudio.ui.controls.AccessibleRegions;
import org.maferstudio.ui.controls.FigurePane;

/**
 * Parallel coordinates: dragging along an axis chooses a part of it, a click on the axis ends that, and the line under the
 * pointer is named. Left and right move between axes, up and down choose one value, Esc ends the choice.
 */
final class ParallelPane extends StackPane {
    private static final double NEAR_LINE = 8;
    private static final double NEAR_AXIS = 14;

    private final FigurePane picture;
    private final ParallelFilter filter;
    private final Polyline hover = new Polyline();
    private final Rectangle axis = frame("parallel-axis");
    private final List<Rectangle> parts = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private final AccessibleRegions spoken =
            new AccessibleRegions(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    private int dragged = -1;
    private double from;

    /** Over the figure of a filter. */
    ParallelPane(FigurePane picture, ParallelFilter filter) {
        this.picture = picture;
        this.filter = filter;
        getStyleClass().addAll("spots", "parallel");
        hover.getStyleClass().add("parallel-hover");
        hover.setManaged(false);
        hover.setMouseTransparent(true);
        hover.setVisible(false);
        getChildren().add(picture);
        picture.figureProperty().bind(filter.figureProperty().map(figure -> (Figure) figure));
        picture.overlay().getChildren().addAll(hover, axis);
        picture.overlay().getChildren().addAll(spoken.nodes());
        setFocusTraversable(true);
        setMinSize(0, 0);
        setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        setOnMouseExited(event -> unhover());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
        filter.figureProperty().addListener((property, old, now) -> mark());
        filter.parts().addListener((MapChangeListener<Integer, ParallelFilter.Part>) change -> mark());
        filter.axisProperty().addListener((property, old, now) -> mark());
        focusedProperty().addListener((property, old, now) -> mark());
        picture.widthProperty().addListener((property, old, now) -> mark());
        picture.heightProperty().addListener((property, old, now) -> mark());
        mark();
    }

    /** Saves the figure. */
    void save() {
        picture.save();
    }

    private static Rectangle frame(String styleClass) {
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add(styleClass);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        return frame;
    }

    private ParallelFigure figure() {
        return filter.figureProperty().get();
    }

    private Figure.Size painted() {
        return new Figure.Size(Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    private Rectangle2D area() {
        return figure().area(painted(), picture.style());
    }

    /** The axis near a point; -1 for none. */
    private int axisAt(double x, double y) {
        Rectangle2D area = area();
        for (int i = 0; i < figure().axisCount(); i++) {
            boolean beside = Math.abs(figure().x(i, area) - x) <= NEAR_AXIS;
            if (beside && y >= area.getMinY() - NEAR_AXIS && y <= area.getMaxY() + NEAR_AXIS) {
                return i;
            }
        }
        return -1;
    }

    private double place(double y) {
        Rectangle2D area = area();
        return Math.max(0, Math.min(1, (area.getMaxY() - y) / area.getHeight()));
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged =
                figure() == null || event.getButton() != MouseButton.PRIMARY ? -1 : axisAt(event.getX(), event.getY());
        from = dragged < 0 ? 0 : place(event.getY());
    }

    private void drag(MouseEvent event) {
        if (dragged >= 0 && !event.isStillSincePress()) {
            unhover();
            filter.choose(dragged, from, place(event.getY()));
        }
    }

    private void release(MouseEvent event) {
        if (dragged >= 0 && event.isStillSincePress()) {
            filter.clear(dragged);
        }
        dragged = -1;
    }

    private void hover(double x, double y) {
        if (figure() == null) {
            return;
        }
        figure().lineAt(new Point2D.Double(x, y), NEAR_LINE, painted(), picture.style())
                .ifPresentOrElse(this::hover, this::unhover);
    }

    private void hover(int line) {
        if (!hover.isVisible()) {
            Tooltip.install(this, tooltip);
        }
        tooltip.setText(figure().text(line));
        hover.getPoints().clear();
        double[] point = new double[6];
        for (PathIterator path = figure().path(line, area()).getPathIterator(null); !path.isDone(); path.next()) {
            path.currentSegment(point);
            hover.getPoints().addAll(point[0], point[1]);
        }
        hover.setVisible(true);
    }

    private void unhover() {
        hover.setVisible(false);
        Tooltip.uninstall(this, tooltip);
    }

    private void key(KeyEvent event) {
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT -> filter.moveAxis(-1);
            case RIGHT -> filter.moveAxis(1);
            case UP -> filter.moveValue(1);
            case DOWN -> filter.moveValue(-1);
            case DELETE, BACK_SPACE -> filter.clear(filter.axisProperty().get());
            case ESCAPE -> {
                handled = !filter.parts().isEmpty();
                filter.clear();
            }
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /** Marks the chosen parts, and the axis of the keyboard while it is here. */
    private void mark() {
        picture.overlay().getChildren().removeAll(parts);
        parts.clear();
        axis.setVisible(false);
        setAccessibleText(filter.sentence());
        if (figure() == null) {
            spoken.silence();
            return;
        }
        Rectangle2D area = area();
        filter.parts().forEach((on, part) -> {
            if (on < figure().axisCount()) {
                Rectangle mark = frame("parallel-part");
                place(mark, on, Math.max(0, part.low()), Math.min(1, part.high()), 6);
                parts.add(mark);
            }
        });
        picture.overlay().getChildren().addAll(parts);
        if (isFocused()) {
            axis.setVisible(true);
            place(axis, filter.axisProperty().get(), 0, 1, NEAR_AXIS);
            spoken.describe(filter.sentence(), axis.getX(), axis.getY(), axis.getWidth(), axis.getHeight());
        } else {
            spoken.silence();
        }
        hover.setVisible(hover.isVisible() && !hover.getPoints().isEmpty() && area.getWidth() > 1);
    }

    private void place(Rectangle mark, int on, double low, double high, double half) {
        Rectangle2D area = area();
        double top = figure().y(high, area) - 4;
        double bottom = figure().y(low, area) + 4;
        mark.setX(figure().x(on, area) - half);
        mark.setWidth(2 * half);
        mark.setY(top);
        mark.setHeight(bottom - top);
        mark.setVisible(true);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && spoken.node() != null
                ? spoken.node()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
