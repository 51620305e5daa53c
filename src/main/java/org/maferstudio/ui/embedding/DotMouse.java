package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.maferstudio.experiment.embedding.EmbeddingRow;

/**
 * What mouse and keys do with dots: drag a lasso, click a dot, drag the plane with the right button, zoom with the
 * wheel. Without a mouse, arrows go from dot to dot and Enter chooses one; arrows with Shift, plus, minus and 0 move and
 * zoom the plane.
 */
final class DotMouse {
    private static final double STEP = 1.25;
    private static final double KEY_MOVE = 40;

    private final DotCanvas canvas;
    private final DotOverlay overlay;
    private final Consumer<Set<String>> chooses;
    private final List<Point2D> lasso = new ArrayList<>();
    private Point2D grabbed;

    DotMouse(DotCanvas canvas, DotOverlay overlay, Consumer<Set<String>> chooses) {
        this.canvas = canvas;
        this.overlay = overlay;
        this.chooses = chooses;
        canvas.setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> canvas.hoveredProperty().set(null));
        canvas.setOnMousePressed(this::press);
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnScroll(this::scroll);
        canvas.setOnKeyPressed(this::key);
    }

    private void hover(double x, double y) {
        canvas.hoveredProperty().set(canvas.under(x, y));
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        grabbed = new Point2D(event.getX(), event.getY());
        lasso.clear();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 2) {
                canvas.fit();
            }
            lasso.add(grabbed);
        }
    }

    private void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY) {
            lasso.add(now);
            overlay.lasso(List.copyOf(lasso));
        } else if (canvas.plane() != null) {
            canvas.setViewport(canvas.plane().moved(now.getX() - grabbed.getX(), now.getY() - grabbed.getY()));
            grabbed = now;
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || canvas.cloudProperty().get() == null) {
            return;
        }
        overlay.lasso(List.of());
        boolean still = lasso.size() < 4 || lasso.stream().allMatch(point -> point.distance(grabbed) < 4);
        if (still) {
            choose(canvas.under(event.getX(), event.getY()));
        } else {
            chooses.accept(inside());
        }
        lasso.clear();
    }

    private Set<String> inside() {
        Panel.Cloud cloud = canvas.cloudProperty().get();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < cloud.rows().size(); i++) {
            EmbeddingRow row = cloud.rows().get(i);
            float[] at = cloud.positions().rows()[i];
            double x = canvas.plane().px(at, canvas.getWidth());
            double y = canvas.plane().py(at, canvas.getHeight());
            if (canvas.shows(row) && Lasso.contains(lasso, x, y)) {
                ids.add(row.sample());
            }
        }
        return ids;
    }

    private void scroll(ScrollEvent event) {
        if (canvas.plane() != null && event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
            zoom(factor, event.getX() - canvas.getWidth() / 2, event.getY() - canvas.getHeight() / 2);
            event.consume();
        }
    }

    private void zoom(double factor, double x, double y) {
        canvas.setViewport(canvas.plane().zoomed(factor, x, y));
    }

    /** To the next dot, or the plane the other way. */
    private void steer(KeyEvent event, int right, int down) {
        if (event.isShiftDown()) {
            canvas.setViewport(canvas.plane().moved(-KEY_MOVE * right, -KEY_MOVE * down));
        } else {
            canvas.step(right, down);
        }
    }

    /** Placed faces have no results of the experiment to be chosen. */
    private void choose(HoveredDot dot) {
        boolean chosen = dot != null && dot.source() == HoveredDot.Source.EMBEDDED;
        chooses.accept(chosen ? Set.of(dot.row().sample()) : Set.of());
    }

    private void key(KeyEvent event) {
        if (canvas.plane() == null || event.isShortcutDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(STEP, 0, 0);
            case MINUS, SUBTRACT -> zoom(1 / STEP, 0, 0);
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case LEFT -> steer(event, -1, 0);
            case RIGHT -> steer(event, 1, 0);
            case UP -> steer(event, 0, -1);
            case DOWN -> steer(event, 0, 1);
            case ENTER, SPACE -> choose(canvas.hoveredProperty().get());
            case ESCAPE -> chooses.accept(Set.of());
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
