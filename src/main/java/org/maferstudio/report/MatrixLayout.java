package org.maferstudio.report;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.ConfusionFigure.Cell;
import org.maferstudio.results.ConfusionMatrix;

/**
 * Where the parts of a matrix lie in its frame; all in points.
 *
 * @param frame the whole
 * @param left of the first cell
 * @param top of the first cell
 * @param cell the side of a cell
 * @param axisTitle the middle of the word beside the rows
 * @param totals from the last cell to the right end of the totals
 * @param size how many classes
 */
record MatrixLayout(
        Rectangle2D frame, double left, double top, double cell, double axisTitle, double totals, int size) {
    /** Long names of persons must not push the cells away. */
    private static final double LONGEST_NAME = 0.28;

    static MatrixLayout in(Rectangle2D frame, ConfusionFigure.Panel panel, Look look) {
        ConfusionMatrix matrix = panel.matrix();
        double em = look.fontSize();
        double names = IntStream.range(0, matrix.size())
                .mapToDouble(i -> Pen.width(matrix.labels().title(i), look.font()))
                .max()
                .orElse(0);
        double before = Math.min(names, LONGEST_NAME * frame.getWidth()) + 2.6 * em;
        double totals = IntStream.range(0, matrix.size())
                        .mapToDouble(i -> Pen.width(Numbers.count(matrix.rowTotal(i)), look.font(0.85)))
                        .max()
                        .orElse(0)
                + 0.6 * em;
        double above = panel.title().isEmpty() ? 1.4 * em : 2.4 * em;
        double below = 4.0 * em;
        double side =
                Math.max(1, Math.min(frame.getWidth() - before - totals - 0.8 * em, frame.getHeight() - above - below));
        // The whole stands in the middle of its frame.
        double left = frame.getX() + before + Math.max(0, (frame.getWidth() - before - totals - 0.8 * em - side) / 2);
        double top = frame.getY() + above + Math.max(0, (frame.getHeight() - above - below - side) / 2);
        return new MatrixLayout(
                frame, left, top, side / matrix.size(), left - before + 0.9 * em, totals, matrix.size());
    }

    /** Which cell is at a point, or which head of a row or a column; empty elsewhere. */
    Optional<Cell> cellAt(int panel, double x, double y, Look look) {
        int truth = (int) Math.floor((y - top) / cell);
        int predicted = (int) Math.floor((x - left) / cell);
        boolean row = truth >= 0 && truth < size;
        boolean column = predicted >= 0 && predicted < size;
        double below = y - top - size * cell;
        if (row && column) {
            return Optional.of(new Cell(panel, truth, predicted));
        }
        if (row && x < left && x > axisTitle + 0.5 * look.fontSize()) {
            return Optional.of(new Cell(panel, truth, ConfusionFigure.ALL));
        }
        return column && below >= 0 && below < 1.7 * look.fontSize()
                ? Optional.of(new Cell(panel, ConfusionFigure.ALL, predicted))
                : Optional.empty();
    }

    /** Where a cell lies; of a head, its whole row or column. */
    Rectangle2D bounds(Cell at) {
        if (at.truth() == ConfusionFigure.ALL) {
            return new Rectangle2D.Double(left + at.predicted() * cell, top, cell, size * cell);
        }
        return at.predicted() == ConfusionFigure.ALL
                ? new Rectangle2D.Double(left, top + at.truth() * cell, size * cell, cell)
                : bounds(at.truth(), at.predicted());
    }

    Rectangle2D bounds(int truth, int predicted) {
        return new Rectangle2D.Double(left + predicted * cell, top + truth * cell, cell, cell);
    }

    String rowName(LabelSet labels, int label, Look look) {
        return Pen.fitting(labels.title(label), look.font(), left - axisTitle - 1.3 * look.fontSize());
    }

    /** All columns with their whole names if those fit, else all with the short ones. */
    String columnName(LabelSet labels, int label, Look look) {
        Font font = look.font();
        boolean whole = IntStream.range(0, labels.size()).allMatch(i -> Pen.width(labels.title(i), font) < cell - 4);
        return whole ? labels.title(label) : Pen.fitting(labels.shortName(label), font, cell);
    }
}
