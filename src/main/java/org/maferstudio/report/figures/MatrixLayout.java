package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.texts.Numbers;

/**
 * The layout of a matrix in its frame; all values in points.
 *
 * @param frame the whole area
 * @param left of the first cell
 * @param top of the first cell
 * @param cell the side of a cell
 * @param axisTitle the centre of the title of the rows
 * @param totals from the last cell to the right end of the totals
 * @param size number of classes
 */
record MatrixLayout(
        Rectangle2D frame, double left, double top, double cell, double axisTitle, double totals, int size) {
    /** Long names must not leave too little space for the cells. */
    private static final double LONGEST_NAME = 0.28;

    /** In narrower panels (in font sizes), rows have short names. */
    private static final double NARROW = 30;

    /** In lower panels (in font sizes), columns have no title. */
    private static final double LOW = 22;

    /** Minimum font size of column names before they are truncated. */
    private static final double SMALLEST = 0.7;

    static MatrixLayout in(Rectangle2D frame, ConfusionFigure.Panel panel, FigureStyle style) {
        ConfusionMatrix matrix = panel.matrix();
        double em = style.fontSize();
        boolean narrow = frame.getWidth() < NARROW * em;
        double names = IntStream.range(0, matrix.size())
                .mapToDouble(i -> FigurePainter.width(rowTitle(matrix.labels(), i, narrow), style.font()))
                .max()
                .orElse(0);
        double before = Math.min(names, LONGEST_NAME * frame.getWidth()) + 2.6 * em;
        double totals = IntStream.range(0, matrix.size())
                        .mapToDouble(i -> FigurePainter.width(Numbers.count(matrix.rowTotal(i)), style.font(0.85)))
                        .max()
                        .orElse(0)
                + 0.6 * em;
        double above = panel.title().isEmpty() ? 1.4 * em : 2.4 * em;
        double below = (isLow(frame, em) ? 2.6 : 4.0) * em;
        double side =
                Math.max(1, Math.min(frame.getWidth() - before - totals - 0.8 * em, frame.getHeight() - above - below));
        // The matrix is centred in its frame.
        double left = frame.getX() + before + Math.max(0, (frame.getWidth() - before - totals - 0.8 * em - side) / 2);
        double top = frame.getY() + above + Math.max(0, (frame.getHeight() - above - below - side) / 2);
        return new MatrixLayout(
                frame, left, top, side / matrix.size(), left - before + 0.9 * em, totals, matrix.size());
    }

    /** Returns the cell or label at a point; empty elsewhere. */
    Optional<Cell> cellAt(int panel, double x, double y, FigureStyle style) {
        int trueClass = (int) Math.floor((y - top) / cell);
        int predicted = (int) Math.floor((x - left) / cell);
        boolean row = trueClass >= 0 && trueClass < size;
        boolean column = predicted >= 0 && predicted < size;
        double below = y - top - size * cell;
        if (row && column) {
            return Optional.of(new Cell(panel, trueClass, predicted));
        }
        if (row && x < left && x > axisTitle + 0.5 * style.fontSize()) {
            return Optional.of(new Cell(panel, trueClass, ConfusionFigure.ALL));
        }
        return column && below >= 0 && below < 1.7 * style.fontSize()
                ? Optional.of(new Cell(panel, ConfusionFigure.ALL, predicted))
                : Optional.empty();
    }

    /** The bounds of a cell; for a label, of its whole row or column. */
    Rectangle2D bounds(Cell at) {
        if (at.trueClass() == ConfusionFigure.ALL) {
            return new Rectangle2D.Double(left + at.predicted() * cell, top, cell, size * cell);
        }
        return at.predicted() == ConfusionFigure.ALL
                ? new Rectangle2D.Double(left, top + at.trueClass() * cell, size * cell, cell)
                : bounds(at.trueClass(), at.predicted());
    }

    /** The area of all cells. */
    Rectangle2D cells() {
        return new Rectangle2D.Double(left, top, size * cell, size * cell);
    }

    Rectangle2D bounds(int trueClass, int predicted) {
        return new Rectangle2D.Double(left + predicted * cell, top + trueClass * cell, cell, cell);
    }

    private static String rowTitle(LabelSet labels, int label, boolean narrow) {
        return narrow ? labels.shortName(label) : labels.title(label);
    }

    String rowName(LabelSet labels, int label, FigureStyle style) {
        return FigurePainter.fitting(
                rowTitle(labels, label, frame.getWidth() < NARROW * style.fontSize()),
                style.font(),
                left - axisTitle - 1.3 * style.fontSize());
    }

    private static boolean isLow(Rectangle2D frame, double em) {
        return frame.getHeight() < LOW * em;
    }

    /** Whether there is no space for a title below the columns. */
    boolean low(FigureStyle style) {
        return isLow(frame, style.fontSize());
    }

    /** The factor by which column names are reduced so that the short ones fit. */
    double columnFactor(LabelSet labels, FigureStyle style) {
        double widest = IntStream.range(0, labels.size())
                .mapToDouble(i -> FigurePainter.width(labels.shortName(i), style.font()))
                .max()
                .orElse(0);
        return Math.max(SMALLEST, Math.min(1, (cell - 1) / widest));
    }

    /** All columns with their full names if they fit, otherwise all with short names. */
    String columnName(LabelSet labels, int label, FigureStyle style) {
        boolean whole = IntStream.range(0, labels.size())
                .allMatch(i -> FigurePainter.width(labels.title(i), style.font()) < cell - 4);
        return whole
                ? labels.title(label)
                : FigurePainter.fitting(labels.shortName(label), style.font(columnFactor(labels, style)), cell);
    }
}
