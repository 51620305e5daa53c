package org.maferstudio.report.figures;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ConfusionFigure.Panel;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Numbers;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Texts;

/** Draws the labels around a matrix: its title, the classes of rows and columns, and their numbers of samples. */
final class MatrixLabels {
    private MatrixLabels() {}

    static void paint(
            FigurePainter pen, Panel panel, MatrixLayout layout, Normalisation normalisation, FigureStyle look) {
        ConfusionMatrix matrix = panel.matrix();
        LabelSet labels = matrix.labels();
        Lettering names = new Lettering(look.font(), look.tones().foreground());
        Lettering muted = new Lettering(look.font(0.85), look.tones().muted());
        double side = layout.cell() * matrix.size();
        double middle = layout.left() + side / 2;
        pen.text(
                FigurePainter.fitting(
                        panel.title(), look.boldFont(1), layout.frame().getWidth() - look.fontSize()),
                middle,
                layout.top() - 1.3 * look.fontSize(),
                Anchor.CENTRE,
                new Lettering(look.boldFont(1), look.tones().foreground()));
        pen.upwards(Texts.of("report.confusion.axis.true"), layout.axisTitle(), layout.top() + side / 2, muted);
        if (!layout.low(look)) {
            pen.text(
                    normalisation == Normalisation.COLUMNS
                            ? Texts.of("report.confusion.axis.predicted.counts")
                            : Texts.of("report.confusion.axis.predicted"),
                    middle,
                    layout.top() + side + (normalisation == Normalisation.COLUMNS ? 3.2 : 2.3) * look.fontSize(),
                    Anchor.CENTRE,
                    muted);
        }
        if (layout.cell() < 0.8 * look.fontSize()) {
            return;
        }
        double small = layout.columnFactor(labels, look);
        Lettering below = new Lettering(look.font(small), look.tones().foreground());
        for (int i = 0; i < matrix.size(); i++) {
            double y = layout.top() + (i + 0.5) * layout.cell();
            double x = layout.left() + (i + 0.5) * layout.cell();
            pen.text(layout.rowName(labels, i, look), layout.left() - 0.6 * look.fontSize(), y, Anchor.RIGHT, names);
            pen.text(
                    layout.columnName(labels, i, look),
                    x,
                    layout.top() + side + 0.9 * look.fontSize(),
                    Anchor.CENTRE,
                    below);
            if (normalisation == Normalisation.COLUMNS) {
                pen.text(
                        Numbers.count(matrix.columnTotal(i)),
                        x,
                        layout.top() + side + 2.0 * look.fontSize(),
                        Anchor.CENTRE,
                        muted);
            } else {
                pen.text(
                        Numbers.count(matrix.rowTotal(i)),
                        layout.left() + side + layout.totals(),
                        y,
                        Anchor.RIGHT,
                        muted);
            }
        }
        if (normalisation != Normalisation.COLUMNS) {
            pen.text(
                    "n",
                    layout.left() + side + layout.totals(),
                    layout.top() - 0.6 * look.fontSize(),
                    Anchor.RIGHT,
                    muted);
        }
    }
}
