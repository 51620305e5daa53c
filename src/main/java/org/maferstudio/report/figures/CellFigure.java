package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.painting.FigureStyle;

/** A figure of matrices whose cells, and the heads of whose rows and columns, can be pointed at. */
public interface CellFigure extends Figure {
    /** Which cell or head is at a point of the painted rectangle; empty beside them. */
    Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle look);

    /** Where a cell lies in the painted rectangle; of a head, its whole row or column. */
    Rectangle2D bounds(Cell cell, Size painted, FigureStyle look);

    /** How many panels. */
    int panelCount();

    /** How many classes a panel has. */
    int classes(int panel);
}
