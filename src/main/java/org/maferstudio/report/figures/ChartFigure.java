package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigureStyle;

/** A figure with axes: the window shows its chart, in which one can zoom and pan; files get the same chart painted. */
public interface ChartFigure extends Figure {
    /** The chart, for a place so large. */
    JFreeChart chart(Size place, FigureStyle style);

    /** The places that stand for samples or validations, in a chart of this figure as it was painted last. */
    List<FigureRegion> regions(JFreeChart chart, PlotRenderingInfo painted, FigureStyle style);

    /** What a zoom belongs to: it stays when the next chart is of the same, as of a training that goes on. */
    Object subject();

    @Override
    default void paint(Graphics2D g, double width, double height, FigureStyle style) {
        ChartTheme.paint(chart(new Size(width, height), style), g, width, height, new ChartRenderingInfo(null));
    }

    @Override
    default List<FigureRegion> spots(Size painted, FigureStyle style) {
        JFreeChart chart = chart(painted, style);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        // The axes are only known after painting; one pixel is enough.
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        ChartTheme.paint(chart, g, painted.width(), painted.height(), info);
        g.dispose();
        return regions(chart, info.getPlotInfo(), style);
    }
}
