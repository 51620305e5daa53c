package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.painting.FigureStyle;

/** A figure of matrices whose cells and labels can be selected. */
public interface CellFigure extends Figure {
    /** Returns the cell or label at a point of the painted rectangle; empty outside. */
    Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle style);

    /** The bounds of a cell in the painted rectangle; for a label, of its whole row or column. */
    Rectangle2D bounds(Cell cell, Size painted, FigureStyle style);

    /** The number of panels. */
    int panelCount();

    /** The number of classes of a panel. */
    int classes(int panel);
}
