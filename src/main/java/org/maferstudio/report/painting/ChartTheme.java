package org.maferstudio.report.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The theme of all charts with axes, derived from a {@link FigureStyle}: no frame, faint grid lines, subdued axes. */
public final class ChartTheme {
    private static final float[] DASHED = {7, 4};
    private static final float[] DOTTED = {1.5f, 3.5f};
    private static final float[] DASH_DOTTED = {8, 3, 1.5f, 3};

    private final FigureStyle style;

    public ChartTheme(FigureStyle style) {
        this.style = style;
    }

    /**
     * Creates a chart without title and legend in this theme.
     *
     * @param notes paints headings and marks over the plot
     */
    public JFreeChart chart(Plot plot, BiConsumer<FigurePainter, PlotRenderingInfo> notes) {
        JFreeChart chart = new NotedChart(style.font(), plot, notes);
        chart.setBackgroundPaint(style.colours().background());
        chart.setBorderVisible(false);
        chart.setPadding(padding(1.2));
        return chart;
    }

    /** Sets the margins of a chart; the upper one in multiples of the font size. */
    public RectangleInsets padding(double above) {
        double em = style.fontSize();
        return new RectangleInsets(above * em, 0.5 * em, 0.5 * em, 1.1 * em);
    }

    /** Paints a chart over the whole rectangle, and records the layout. */
    public static void paint(JFreeChart chart, Graphics2D g, double width, double height, ChartRenderingInfo info) {
        new FigurePainter(g).background(width, height, (Color) chart.getBackgroundPaint());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), null, info);
    }

    /** Adds the legend above the chart, at the left; the space below in multiples of the font size. */
    public LegendTitle legend(JFreeChart chart, double below) {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(style.font());
        legend.setItemPaint(style.colours().foreground());
        legend.setBackgroundPaint(style.colours().background());
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(1, 4, 1, style.fontSize()));
        legend.setPadding(new RectangleInsets(0, 0.4 * style.fontSize(), below * style.fontSize(), 0));
        chart.addLegend(legend);
        return legend;
    }

    /** Styles a plot of curves with the axes it has. */
    public void style(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.colours().faint());
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainPannable(true);
        plot.setRangePannable(true);
        for (int i = 0; i < plot.getDomainAxisCount(); i++) {
            style(plot.getDomainAxis(i));
        }
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            style(plot.getRangeAxis(i));
        }
    }

    /** Styles an axis: the style's font, no axis line, faint ticks. */
    public void style(Axis axis) {
        if (axis == null) {
            return;
        }
        axis.setLabelFont(style.font(0.9));
        axis.setLabelPaint(style.colours().muted());
        axis.setTickLabelFont(style.font(0.9));
        axis.setTickLabelPaint(style.colours().muted());
        axis.setAxisLinePaint(style.colours().faint());
        axis.setTickMarkPaint(style.colours().faint());
        axis.setTickMarksVisible(false);
        axis.setTickLabelInsets(new RectangleInsets(3, 4, 3, 4));
        if (axis instanceof ValueAxis value) {
            value.setAxisLineVisible(false);
        }
    }

    /** The line of the {@code index}-th of several networks: solid, dashed, dotted, dash-dotted. */
    public static Stroke stroke(int index, double thickness) {
        float[] dashes =
                switch (Math.floorMod(index, 4)) {
                    case 0 -> null;
                    case 1 -> DASHED;
                    case 2 -> DOTTED;
                    default -> DASH_DOTTED;
                };
        return new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /** Returns a transparent colour; 0 is clear, 1 is opaque. */
    public static Color translucent(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }
}
