package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * What accuracy by resolution is measured by: the limits of people, and chance.
 *
 * @param labels the classes
 * @param area of the plot
 */
record ResolutionMarks(LabelSet labels, FigurePainter painter, Rectangle2D area, FigureStyle style) {
    /** The axis of accuracy, 0 to 1 in percent. */
    static NumberAxis accuracyAxis() {
        DecimalFormat percent = Numbers.format("0.#");
        percent.setMultiplier(100);
        return new HomeAxis(Texts.of("report.axis.accuracy"), new Range(0, 1), 0.2, percent);
    }

    /** Draws faint lines at the limits of human recognition, with their labels if there is space; none of other classes. */
    void people(SweepAxis axis) {
        if (!HumanThresholds.matterFor(labels)) {
            return;
        }
        Lettering small = new Lettering(style.font(0.75), style.colours().muted());
        double em = style.fontSize();
        double free = area.getMinX();
        boolean any = false;
        boolean all = true;
        for (HumanThresholds.Threshold threshold : HumanThresholds.ALL) {
            if (axis.shows(threshold.pixels())) {
                double x = axis.valueToJava2D(SweepAxis.place(threshold.pixels()), area, RectangleEdge.BOTTOM);
                double wide = FigurePainter.width(threshold.text(), small.font());
                double left = Math.min(Math.max(x - wide / 2, area.getMinX()), area.getMaxX() - wide);
                boolean fits = left >= free;
                if (fits) {
                    painter.text(threshold.text(), left, area.getMinY() + 0.75 * em, Anchor.LEFT, small);
                    free = left + wide + 0.7 * em;
                }
                double top = area.getMinY() + (fits ? 1.3 : 0) * em;
                painter.dotted(x, top, x, area.getMaxY(), style.colours().muted());
                any = true;
                all &= fits;
            }
        }
        if (any) {
            String sentence = FigurePainter.first(small.font(), area.getWidth(), HumanThresholds.sentences(all));
            painter.text(sentence, area.getMaxX(), area.getMinY() - 0.75 * em, Anchor.RIGHT, small);
        }
    }

    /** Draws the chance level, and returns its height. */
    double chance(NumberAxis axis) {
        double y = axis.valueToJava2D(1.0 / labels.size(), area, RectangleEdge.LEFT);
        if (y < area.getMinY() || y > area.getMaxY()) {
            return area.getMaxY();
        }
        painter.dotted(area.getMinX(), y, area.getMaxX(), y, style.colours().faint());
        // With many classes the line is on the axis, and the axis labels are below it.
        double beside = y > area.getMaxY() - 1.2 * style.fontSize() ? -0.6 : 0.6;
        painter.text(
                Texts.of("report.resolution.chance"),
                area.getMaxX(),
                y + beside * style.fontSize(),
                Anchor.RIGHT,
                new Lettering(style.font(0.75), style.colours().muted()));
        return y;
    }
}
