package org.maferstudio.ui.results.slices;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SpotPane;

/** Accuracy by resolution of slices, and the matrix of the selected one below it. */
public final class SliceFiguresPane extends VBox {
    private final FigurePane curve;
    private final FigurePane matrix;

    /** Creates the view. */
    public SliceFiguresPane(SlicesViewModel model, FigureRenderer figures) {
        getStyleClass().add("slice-figures");
        curve = new FigurePane(figures, "slices");
        curve.suggest(() -> model.fileName("slices"), model::header);
        model.curveProperty().addListener((property, old, now) -> curve.setFigure(now));
        matrix = new FigurePane(figures, "slice-confusion");
        matrix.suggest(() -> model.fileName("confusion"), model::header);
        model.matrixProperty().addListener((property, old, now) -> matrix.setFigure(now));
        SpotPane spots = new SpotPane(curve);
        for (var half : List.of(spots, matrix)) {
            VBox.setVgrow(half, Priority.ALWAYS);
            half.setPrefHeight(1);
        }
        getChildren().addAll(spots, matrix);
    }

    /** Saves the curves. */
    public void saveCurve() {
        curve.save();
    }

    /** Saves the matrix. */
    public void saveMatrix() {
        matrix.save();
    }
}
