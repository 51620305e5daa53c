package org.maferstudio.ui.results;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.maferstudio.report.ConfusionFigure;
import org.maferstudio.report.ConfusionFigure.Cell;
import org.maferstudio.report.Figure;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.ui.parts.FigurePane;
import org.maferstudio.ui.parts.Figures;
import org.maferstudio.ui.results.samples.CellSelection;

/**
 * A confusion matrix whose cells can be hovered and selected, with the mouse or with the arrow keys and Enter.
 *
 * <p>It only draws: what a selection means is the view model's.
 */
final class ConfusionMatrixPane extends StackPane {
    private final FigurePane picture;
    private final ObjectProperty<ConfusionFigure> figure = new SimpleObjectProperty<>(this, "figure");
    private final ObjectProperty<CellSelection> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<CellSelection> hovered = new SimpleObjectProperty<>(this, "hovered");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final Rectangle hover = frame("cell-hover");
    private final Rectangle mark = frame("cell-selected");

    /** Empty until it gets a figure. */
    ConfusionMatrixPane(Figures figures) {
        picture = new FigurePane(figures, "confusion");
        getStyleClass().add("confusion-matrix");
        getChildren().add(picture);
        picture.overlay().getChildren().addAll(mark, hover);
        setFocusTraversable(true);
        setOnMouseMoved(event -> hovered.set(at(event.getX(), event.getY())));
        setOnMouseExited(event -> hovered.set(null));
        setOnMouseClicked(event -> {
            requestFocus();
            CellSelection cell = at(event.getX(), event.getY());
            selected.set(cell == null || cell.equals(selected.get()) ? null : cell);
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

    /** What is shown; null for nothing. */
    ObjectProperty<ConfusionFigure> figureProperty() {
        return figure;
    }

    /** The selected cell; null for none. */
    ObjectProperty<CellSelection> selectedProperty() {
        return selected;
    }

    /** What the cell under the pointer says, else what the selected one says; empty for neither. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Saves the picture. */
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
        CellSelection from = hovered.get() != null ? hovered.get() : selected.get();
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

    private void move(CellSelection from, int down, int right) {
        int last = matrix().size() - 1;
        hovered.set(
                from == null
                        ? new CellSelection(0, 0)
                        : new CellSelection(
                                Math.max(0, Math.min(last, from.truth() + down)),
                                Math.max(0, Math.min(last, from.predicted() + right))));
    }

    private ConfusionMatrix matrix() {
        return figure.get().panels().get(0).matrix();
    }

    private CellSelection at(double x, double y) {
        if (figure.get() == null || picture.getWidth() < 1 || picture.getHeight() < 1) {
            return null;
        }
        return figure.get()
                .cellAt(x, y, size(), picture.look())
                .map(cell -> new CellSelection(cell.truth(), cell.predicted()))
                .orElse(null);
    }

    private Figure.Size size() {
        return new Figure.Size(picture.getWidth(), picture.getHeight());
    }

    private static boolean fits(CellSelection cell, ConfusionFigure figure) {
        int size = figure.panels().get(0).matrix().size();
        return cell != null && cell.truth() < size && cell.predicted() < size;
    }

    private void mark() {
        place(mark, selected.get());
        place(hover, hovered.get());
        ConfusionFigure now = figure.get();
        sentence.set(Optional.ofNullable(hovered.get())
                .or(() -> Optional.ofNullable(selected.get()))
                .filter(cell -> now != null && fits(cell, now))
                .map(cell -> cell.sentence(matrix()))
                .orElse(""));
        setAccessibleText(sentence.get().isEmpty() ? "Confusion matrix" : sentence.get());
    }

    private void place(Rectangle frame, CellSelection cell) {
        boolean shown = figure.get() != null && fits(cell, figure.get()) && picture.getWidth() >= 1;
        frame.setVisible(shown);
        if (shown) {
            Rectangle2D bounds =
                    figure.get().bounds(new Cell(0, cell.truth(), cell.predicted()), size(), picture.look());
            frame.setX(bounds.getX());
            frame.setY(bounds.getY());
            frame.setWidth(bounds.getWidth());
            frame.setHeight(bounds.getHeight());
        }
    }
}
