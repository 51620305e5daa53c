package org.maferstudio.report.figures;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;

/**
 * A frame whose two axes are shares from 0 to 1.
 *
 * @param area of the plot: (0, 0) is at the lower left and (1, 1) at the upper right
 */
record UnitAxes(Rectangle2D area) {
    double x(double share) {
        return area.getMinX() + share * area.getWidth();
    }

    double y(double share) {
        return area.getMaxY() - share * area.getHeight();
    }

    /**
     * Draws grid lines at every fifth, numbers in percent and axis titles; fewer lines in small plots.
     *
     * @param across titles of the lower axis, longest first: the first that fits is used
     * @param up likewise for the left axis
     */
    void grid(FigurePainter painter, List<String> across, List<String> up, FigureStyle style) {
        double em = style.fontSize();
        Lettering muted = new Lettering(style.font(0.85), style.colours().muted());
        int step = step(muted.font(), em);
        for (int percent = 0; percent <= 100; percent += step) {
            double share = percent / 100.0;
            painter.line(
                    x(share),
                    area.getMinY(),
                    x(share),
                    area.getMaxY(),
                    style.colours().faint());
            painter.line(
                    area.getMinX(),
                    y(share),
                    area.getMaxX(),
                    y(share),
                    style.colours().faint());
            painter.text(Integer.toString(percent), x(share), area.getMaxY() + 0.95 * em, Anchor.CENTRE, muted);
            painter.text(Integer.toString(percent), area.getMinX() - 0.5 * em, y(share), Anchor.RIGHT, muted);
        }
        Lettering names = new Lettering(style.font(), style.colours().foreground());
        // There is a margin at both ends.
        String below = FigurePainter.first(names.font(), area.getWidth() + 2 * em, across);
        String beside = FigurePainter.first(names.font(), area.getHeight() + em, up);
        painter.text(below, area.getCenterX(), area.getMaxY() + 2.3 * em, Anchor.CENTRE, names);
        painter.upwards(beside, area.getMinX() - 2.9 * em, area.getCenterY(), names);
    }

    /** Distance of grid lines in percent, so that numbers do not touch. */
    private int step(Font font, double em) {
        double room = Math.min(
                area.getHeight() / (1.2 * em), area.getWidth() / (FigurePainter.width("100", font) + 0.5 * em));
        return room >= 5 ? 20 : room >= 2 ? 50 : 100;
    }
}
