package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;

/**
 * A figure with a header that describes it, so that a file is self-explanatory.
 *
 * @param header such as {@code drawn-multi: test, 16 px}
 * @param figure below the header
 */
public record HeadedFigure(String header, Figure figure) implements Figure {
    /** The height of the line, in ems. */
    private static final double LINE = 1.8;

    @Override
    public Size size() {
        Size size = figure.size();
        return new Size(size.width(), size.height() + LINE * FigureStyle.paper().fontSize());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        double line = Math.min(LINE * style.fontSize(), height / 2);
        FigurePainter painter = new FigurePainter(g);
        // Fills the whole area, so that there is no gap below the header.
        painter.background(width, height, style.colours().background());
        Lettering letters = new Lettering(style.font(0.9), style.colours().muted());
        double room = width - style.fontSize();
        painter.text(
                FigurePainter.fitting(header, letters.font(), room), width / 2, 0.6 * line, Anchor.CENTRE, letters);
        AffineTransform before = g.getTransform();
        g.translate(0, line);
        figure.paint(g, width, height - line, style);
        g.setTransform(before);
    }

    @Override
    public String description() {
        return header + ". " + figure.description();
    }

    @Override
    public Optional<Table> table() {
        return figure.table();
    }

    @Override
    public Optional<Table> data() {
        return figure.data();
    }
}
