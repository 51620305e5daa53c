package org.maferstudio.report;

import java.awt.geom.Rectangle2D;
import org.maferstudio.report.Pen.Anchor;
import org.maferstudio.report.Pen.Lettering;

/**
 * A frame whose two axes are shares from 0 to 1.
 *
 * @param area where (0, 0) lies at the lower left and (1, 1) at the upper right
 */
record ShareFrame(Rectangle2D area) {
    double x(double share) {
        return area.getMinX() + share * area.getWidth();
    }

    double y(double share) {
        return area.getMaxY() - share * area.getHeight();
    }

    /** Faint lines at every fifth, numbers in percent, and the names of the axes. */
    void grid(Pen pen, String across, String up, Look look) {
        double em = look.fontSize();
        Lettering muted = new Lettering(look.font(0.85), look.tones().muted());
        for (int percent = 0; percent <= 100; percent += 20) {
            double share = percent / 100.0;
            pen.line(
                    x(share),
                    area.getMinY(),
                    x(share),
                    area.getMaxY(),
                    look.tones().faint());
            pen.line(
                    area.getMinX(),
                    y(share),
                    area.getMaxX(),
                    y(share),
                    look.tones().faint());
            pen.text(Integer.toString(percent), x(share), area.getMaxY() + 0.95 * em, Anchor.CENTRE, muted);
            pen.text(Integer.toString(percent), area.getMinX() - 0.5 * em, y(share), Anchor.RIGHT, muted);
        }
        Lettering names = new Lettering(look.font(), look.tones().foreground());
        pen.text(across, area.getCenterX(), area.getMaxY() + 2.3 * em, Anchor.CENTRE, names);
        pen.upwards(up, area.getMinX() - 2.9 * em, area.getCenterY(), names);
    }
}
