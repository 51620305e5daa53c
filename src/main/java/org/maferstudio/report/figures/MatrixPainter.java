package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ConfusionFigure.Panel;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Paints matrices of every kind: their cells, and around them the title, the classes and how many samples each has. */
final class MatrixPainter {
    private final FigurePainter painter;
    private final FigureStyle style;

    /**
     * What a cell shows.
     *
     * @param shade where it lies on the scale, 0 to 1; NaN as 0
     * @param number as text
     * @param below a second, smaller line; empty for none
     * @param quiet whether the number stands back, as where there are no samples
     */
    record CellContent(double shade, String number, String below, boolean quiet) {
        CellContent(double shade, String number, boolean quiet) {
            this(shade, number, "", quiet);
        }
    }

    /** What each cell shows. */
    @FunctionalInterface
    interface Cells {
        CellContent at(int trueClass, int predicted);
    }

    /** The arrangement of cells. */
    enum Tiling {
        /** Rounded, with gaps, the diagonal in bold. */
        ROUNDED(6, 1.05, 1, 5.5),
        /** The same, with two lines in a cell. */
        TWO_LINES(6, 1, 2.2, 5.5),
        /** Edge to edge, as in the paper. */
        CLOSED(4, 1, 1, 3);

        private final double margin;
        private final double largest;
        private final double lines;
        private final double smallest;

        Tiling(double margin, double largest, double lines, double smallest) {
            this.margin = margin;
            this.largest = largest;
            this.lines = lines;
            this.smallest = smallest;
        }

        /** As large as the widest number fits, but no larger than the labels. */
        private Font font(double cell, String widest, FigureStyle style) {
            Font font = style.font(largest);
            Font measured = this == CLOSED ? font : style.bold(font);
            double room = cell - margin;
            double high = lines * font.getSize2D();
            double factor = Math.min(1, Math.min(room / FigurePainter.width(widest, measured), room / high));
            return font.deriveFont((float) Math.max(1, font.getSize2D() * factor));
        }
    }

    MatrixPainter(FigurePainter painter, FigureStyle style) {
        this.painter = painter;
        this.style = style;
    }

    /**
     * Paints the cells.
     *
     * @param place of all cells, a square
     * @param widest the widest number of all
     */
    void cells(Tiling tiling, Rectangle2D place, int size, String widest, ColourScale scale, Cells cells) {
        double side = place.getWidth() / size;
        boolean closed = tiling == Tiling.CLOSED;
        double gap = closed || side <= 12 ? 0 : 1;
        double round = closed ? 0 : Math.min(6, side / 8);
        Font font = tiling.font(side, widest, style);
        for (int trueClass = 0; trueClass < size; trueClass++) {
            for (int predicted = 0; predicted < size; predicted++) {
                CellContent cell = cells.at(trueClass, predicted);
                Color shown = scale.at(Double.isNaN(cell.shade()) ? 0 : cell.shade());
                double x = place.getX() + predicted * side;
                double y = place.getY() + trueClass * side;
                painter.fill(
                        new RoundRectangle2D.Double(x + gap, y + gap, side - 2 * gap, side - 2 * gap, round, round),
                        shown);
                if (font.getSize2D() >= tiling.smallest) {
                    boolean bold = !closed && trueClass == predicted;
                    Color ink = cell.quiet() ? style.colours().muted() : style.textOn(shown);
                    number(cell, x + side / 2, y + side / 2, new Lettering(bold ? style.bold(font) : font, ink));
                }
            }
        }
    }

    private void number(CellContent cell, double x, double y, Lettering lettering) {
        double line = cell.below().isEmpty() ? 0 : 0.55 * lettering.font().getSize2D();
        painter.text(cell.number(), x, y - line, Anchor.CENTRE, lettering);
        Font small = lettering.font().deriveFont(0.85f * lettering.font().getSize2D());
        painter.text(cell.below(), x, y + 1.1 * line, Anchor.CENTRE, new Lettering(small, lettering.colour()));
    }

    /** Paints the labels around the cells. */
    void labels(Panel panel, MatrixLayout layout, Normalisation normalisation) {
        ConfusionMatrix matrix = panel.matrix();
        LabelSet labels = matrix.labels();
        Lettering names = new Lettering(style.font(), style.colours().foreground());
        Lettering muted = new Lettering(style.font(0.85), style.colours().muted());
        double side = layout.cell() * matrix.size();
        double middle = layout.left() + side / 2;
        painter.text(
                FigurePainter.fitting(
                        panel.title(), style.boldFont(1), layout.frame().getWidth() - style.fontSize()),
                middle,
                layout.top() - 1.3 * style.fontSize(),
                Anchor.CENTRE,
                new Lettering(style.boldFont(1), style.colours().foreground()));
        painter.upwards(Texts.of("report.confusion.axis.true"), layout.axisTitle(), layout.top() + side / 2, muted);
        if (!layout.low(style)) {
            painter.text(
                    normalisation == Normalisation.COLUMNS
                            ? Texts.of("report.confusion.axis.predicted.counts")
                            : Texts.of("report.confusion.axis.predicted"),
                    middle,
                    layout.top() + side + (normalisation == Normalisation.COLUMNS ? 3.2 : 2.3) * style.fontSize(),
                    Anchor.CENTRE,
                    muted);
        }
        if (layout.cell() < 0.8 * style.fontSize()) {
            return;
        }
        double small = layout.columnFactor(labels, style);
        Lettering below = new Lettering(style.font(small), style.colours().foreground());
        for (int i = 0; i < matrix.size(); i++) {
            double y = layout.top() + (i + 0.5) * layout.cell();
            double x = layout.left() + (i + 0.5) * layout.cell();
            painter.text(
                    layout.rowName(labels, i, style), layout.left() - 0.6 * style.fontSize(), y, Anchor.RIGHT, names);
            painter.text(
                    layout.columnName(labels, i, style),
                    x,
                    layout.top() + side + 0.9 * style.fontSize(),
                    Anchor.CENTRE,
                    below);
            if (normalisation == Normalisation.COLUMNS) {
                painter.text(
                        Numbers.count(matrix.columnTotal(i)),
                        x,
                        layout.top() + side + 2.0 * style.fontSize(),
                        Anchor.CENTRE,
                        muted);
            } else {
                painter.text(
                        Numbers.count(matrix.rowTotal(i)),
                        layout.left() + side + layout.totals(),
                        y,
                        Anchor.RIGHT,
                        muted);
            }
        }
        if (normalisation != Normalisation.COLUMNS) {
            painter.text(
                    "n",
                    layout.left() + side + layout.totals(),
                    layout.top() - 0.6 * style.fontSize(),
                    Anchor.RIGHT,
                    muted);
        }
    }
}
