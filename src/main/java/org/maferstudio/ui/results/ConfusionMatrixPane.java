package org.maferstudio.ui.results;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.maferstudio.report.figures.CellFigure;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.ui.controls.AccessibleRegions;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;

/**
 * Confusion matrices whose cells, and the heads of whose rows and columns, can be hovered and selected, with the mouse
 * or with the arrow keys and Enter.
 *
 * <p>It only draws: what a selection means is the view model's.
 */
final class ConfusionMatrixPane extends StackPane {
    private final FigurePane picture;
    private final ObjectProperty<CellFigure> figure = new SimpleObjectProperty<>(this, "figure");
    private final ObjectProperty<Cell> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<Cell> hovered = new SimpleObjectProperty<>(this, "hovered");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final Function<Cell, String> words;
    private final AccessibleRegions spoken =
            new AccessibleRegions(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
    private final Rectangle hover = frame("cell-hover");
    private final Rectangle mark = frame("cell-selected");

    /**
     * Empty until it gets a figure.
     *
     * @param words what a cell says in a sentence
     */
    ConfusionMatrixPane(FigureRenderer figures, Function<Cell, String> words) {
        this.words = words;
        picture = new FigurePane(figures, "confusion");
        getStyleClass().add("confusion-matrix");
        getChildren().add(picture);
        picture.overlay().getChildren().addAll(mark, hover);
        picture.overlay().getChildren().addAll(spoken.nodes());
        setFocusTraversable(true);
        setOnMouseMoved(event -> hovered.set(at(event.getX(), event.getY())));
        setOnMouseExited(event -> hovered.set(null));
        setOnMouseClicked(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                Cell cell = at(event.getX(), event.getY());
                selected.set(cell == null || cell.equals(selected.get()) ? null : cell);
            }
        });
        setOnKeyPressed(this::key);
        figure.addListener((property, old, now) -> {
            picture.setFigure(now);
            if (now != null && !fits(hovered.get(), now)) {
                hovered.set(null);
            }
            mark();
        });
        hovered.addListener((property, old, now) -> mark());
        selected.addListener((property, old, now) -> mark());
        focusedProperty().addListener((property, old, now) -> mark());
        picture.overlay().widthProperty().addListener((property, old, now) -> mark());
        picture.overlay().heightProperty().addListener((property, old, now) -> mark());
    }

    /** The content; null for none. */
    ObjectProperty<CellFigure> figureProperty() {
        return figure;
    }

    /** The selected cell or head; null for none. */
    ObjectProperty<Cell> selectedProperty() {
        return selected;
    }

    /** The description of the hovered or otherwise the selected cell; empty for neither. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Suggests a name for the image's file. */
    void suggest(Supplier<String> fileName, Supplier<String> header) {
        picture.suggest(fileName, header);
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

    private void key(KeyEvent event) {
        if (figure.get() == null) {
            return;
        }
        Cell from = hovered.get() != null ? hovered.get() : selected.get();
        boolean handled = true;
        switch (event.getCode()) {
            case UP -> move(from, -1, 0);
            case DOWN -> move(from, 1, 0);
            case LEFT -> move(from, 0, -1);
            case RIGHT -> move(from, 0, 1);
            case ENTER, SPACE -> selected.set(from);
            case ESCAPE -> selected.set(null);
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /** Row labels are left of the first column, column labels below the last row. */
    private void move(Cell from, int down, int right) {
        if (from == null) {
            hovered.set(new Cell(0, 0, 0));
            return;
        }
        int size = figure.get().classes(from.panel());
        int row = (from.trueClass() == ConfusionFigure.ALL ? size : from.trueClass()) + down;
        int column = from.predicted() + right;
        int panel = from.panel() + (column >= size ? 1 : column < ConfusionFigure.ALL ? -1 : 0);
        boolean corner = row == size && column == ConfusionFigure.ALL;
        if (row < 0
                || row > size
                || corner
                || panel < 0
                || panel >= figure.get().panelCount()) {
            return;
        }
        int within =
                column >= size ? 0 : column < ConfusionFigure.ALL ? figure.get().classes(panel) - 1 : column;
        hovered.set(new Cell(panel, row == size ? ConfusionFigure.ALL : row, within));
    }

    private Cell at(double x, double y) {
        if (figure.get() == null || picture.getWidth() < 1 || picture.getHeight() < 1) {
            return null;
        }
        return figure.get().cellAt(x, y, size(), picture.style()).orElse(null);
    }

    private Figure.Size size() {
        return new Figure.Size(picture.getWidth(), picture.getHeight());
    }

    private static boolean fits(Cell cell, CellFigure figure) {
        return cell != null
                && cell.panel() < figure.panelCount()
                && Math.max(cell.trueClass(), cell.predicted()) < figure.classes(cell.panel());
    }

    private void mark() {
        place(mark, selected.get());
        place(hover, hovered.get());
        CellFigure now = figure.get();
        sentence.set(Optional.ofNullable(hovered.get())
                .or(() -> Optional.ofNullable(selected.get()))
                .filter(cell -> now != null && fits(cell, now))
                .map(words)
                .orElse(""));
        setAccessibleText(sentence.get().isEmpty() ? FigureKind.CONFUSION.title() : sentence.get());
        Rectangle spot = hover.isVisible() ? hover : mark;
        if (sentence.get().isEmpty()) {
            spoken.silence();
        } else {
            spoken.describe(sentence.get(), spot.getX(), spot.getY(), spot.getWidth(), spot.getHeight());
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.FOCUS_ITEM && spoken.node() != null
                ? spoken.node()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void place(Rectangle frame, Cell cell) {
        boolean shown = figure.get() != null && fits(cell, figure.get()) && picture.getWidth() >= 1;
        frame.setVisible(shown);
        if (shown) {
            Rectangle2D bounds = figure.get().bounds(cell, size(), picture.style());
            frame.setX(bounds.getX());
            frame.setY(bounds.getY());
            frame.setWidth(bounds.getWidth());
            frame.setHeight(bounds.getHeight());
        }
    }
}
