package org.maferstudio.report.painting;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;

/** A chart that paints headings and marks over its plot, wherever it is shown. */
final class NotedChart extends JFreeChart {
    private static final long serialVersionUID = 1L;

    private final transient BiConsumer<FigurePainter, PlotRenderingInfo> notes;

    NotedChart(Font font, Plot plot, BiConsumer<FigurePainter, PlotRenderingInfo> notes) {
        super(null, font, plot, false);
        this.notes = notes;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
        ChartRenderingInfo known = info == null ? new ChartRenderingInfo(null) : info;
        super.draw(g, area, anchor, known);
        notes.accept(new FigurePainter(g), known.getPlotInfo());
    }
}
