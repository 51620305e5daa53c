package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/** An axis with a range and ticks of its own, to which it returns after zooming; JFreeChart's would fit the data. */
class HomeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final Range home;
    private final NumberTickUnit unit;

    HomeAxis(String label, Range home, double step, NumberFormat format) {
        super(label);
        this.home = home;
        this.unit = new NumberTickUnit(step, format);
        setRange(home, false, false);
        setNumberFormatOverride(format);
    }

    @Override
    protected void autoAdjustRange() {
        setRange(home, false, false);
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        if (isAutoRange()) {
            setTickUnit(unit, false, false);
        } else {
            super.selectAutoTickUnit(g, area, edge);
        }
    }
}
