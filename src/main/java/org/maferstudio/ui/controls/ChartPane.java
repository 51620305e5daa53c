package org.maferstudio.ui.controls;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.maferstudio.report.figures.ChartFigure;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.FigureRegion;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.texts.Texts;

/**
 * A chart to explore: drag to zoom in, drag to the left to zoom out, drag with Ctrl to pan, Ctrl and the wheel to zoom; with
 * keys + and - zoom, Shift and arrows pan, Home shows everything. A crosshair follows the pointer.
 *
 * <p>A figure that grows, as the curves of a running training, keeps the zoom.
 */
final class ChartPane extends Region {
    private static final double ZOOM = 1.25;
    private static final double PAN = 0.1;

    /**
     * The background of each plot. FXGraphics2D 2.1.5 skips a paint that equals the last one, although the end of a clip
     * has reset the canvas to black, so text in the colour of the curve before it would be black. This paint lies between.
     */
    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private final ChartViewer viewer = new ChartViewer(null, false);
    private final Line up = line();
    private final Line across = line();
    private Consumer<List<FigureRegion>> repainted = regions -> {};
    private Request shown;

    private record Request(ChartFigure figure, Figure.Size size, FigureStyle style) {}

    ChartPane() {
        getStyleClass().add("chart");
        setVisible(false);
        viewer.setManaged(false);
        viewer.getCanvas().setTooltipEnabled(false);
        viewer.setFocusTraversable(false);
        viewer.setOnContextMenuRequested(null);
        // The wheel alone scrolls the page that the chart is on.
        viewer.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isControlDown()) {
                zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, new Point2D.Double(event.getX(), event.getY()));
                event.consume();
            } else if (getParent() != null) {
                event.consume();
                getParent().fireEvent(event.copyFor(getParent(), getParent()));
            }
        });
        viewer.addEventHandler(MouseEvent.MOUSE_MOVED, event -> cross(event.getX(), event.getY()));
        viewer.addEventHandler(MouseEvent.MOUSE_EXITED, event -> cross(-1, -1));
        getChildren().add(viewer);
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("crosshair");
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        return line;
    }

    /** The lines through the pointer, to lie above the chart: moving them does not repaint it. */
    Node[] crosshair() {
        return new Node[] {up, across};
    }

    /** Receives the regions of the figure whenever the chart has been painted anew. */
    void onRepainted(Consumer<List<FigureRegion>> receiver) {
        repainted = receiver;
    }

    /** Shows a figure at this pane's size. */
    void show(ChartFigure figure, FigureStyle style) {
        Request now = new Request(figure, new Figure.Size(getWidth(), getHeight()), style);
        if (now.equals(shown)) {
            return;
        }
        JFreeChart chart = figure.chart(now.size(), style);
        parts(chart.getXYPlot()).forEach(part -> part.setBackgroundPaint(NOTHING));
        if (shown != null && shown.figure().subject().equals(figure.subject())) {
            keepZoom(viewer.getChart().getXYPlot(), chart.getXYPlot());
        }
        shown = now;
        setVisible(true);
        // Without a chart the canvas takes its size at no cost, and the new chart is painted once.
        viewer.getCanvas().setChart(null);
        viewer.resizeRelocate(0, 0, getWidth(), getHeight());
        viewer.layout();
        viewer.setChart(chart);
        chart.addChangeListener(event -> requestLayout());
        requestLayout();
    }

    /** Shows nothing. */
    void clear() {
        shown = null;
        setVisible(false);
        viewer.getCanvas().setChart(null);
        cross(-1, -1);
    }

    @Override
    protected void layoutChildren() {
        if (viewer.getChart() != null) {
            repainted.accept(shown.figure().regions(viewer.getChart(), painted(), shown.style()));
        }
    }

    private PlotRenderingInfo painted() {
        return viewer.getRenderingInfo().getPlotInfo();
    }

    private static void keepZoom(XYPlot old, XYPlot now) {
        List<ValueAxis> from = axes(old);
        List<ValueAxis> to = axes(now);
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            if (!from.get(i).isAutoRange()) {
                to.get(i).setRange(from.get(i).getRange());
            }
        }
    }

    private static List<ValueAxis> axes(XYPlot plot) {
        List<ValueAxis> axes = new ArrayList<>(List.of(plot.getDomainAxis()));
        parts(plot).forEach(part -> axes.add(part.getRangeAxis()));
        return axes;
    }

    private static List<XYPlot> parts(XYPlot plot) {
        return plot instanceof CombinedDomainXYPlot combined ? combined.getSubplots() : List.of(plot);
    }

    /** Zooms and pans by keys. */
    void zoom(KeyEvent event) {
        if (viewer.getChart() == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean handled = true;
        KeyCode key = event.getCode();
        if (event.isShiftDown() && key.isArrowKey()) {
            pan(key);
        } else if (key == KeyCode.HOME) {
            reset();
        } else if (key == KeyCode.ADD || "+".equals(event.getText())) {
            zoom(1 / ZOOM, middle());
        } else if (key == KeyCode.SUBTRACT || "-".equals(event.getText())) {
            zoom(ZOOM, middle());
        } else {
            handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    /** The menu's way to what drags, wheel and keys do. */
    List<MenuItem> menuItems() {
        return List.of(
                item(Texts.of("common.chart.zoomIn"), () -> zoom(1 / ZOOM, middle())),
                item(Texts.of("common.chart.zoomOut"), () -> zoom(ZOOM, middle())),
                item(Texts.of("common.chart.reset"), this::reset));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Point2D middle() {
        Rectangle2D area = painted().getDataArea();
        return new Point2D.Double(area.getCenterX(), area.getCenterY());
    }

    private void zoom(double factor, Point2D about) {
        viewer.getChart().getXYPlot().zoomDomainAxes(factor, painted(), about, true);
    }

    private void pan(KeyCode key) {
        XYPlot plot = viewer.getChart().getXYPlot();
        switch (key) {
            case LEFT -> plot.panDomainAxes(-PAN, painted(), middle());
            case RIGHT -> plot.panDomainAxes(PAN, painted(), middle());
            case UP -> plot.panRangeAxes(PAN, painted(), middle());
            default -> plot.panRangeAxes(-PAN, painted(), middle());
        }
    }

    private void reset() {
        axes(viewer.getChart().getXYPlot()).forEach(axis -> axis.setAutoRange(true));
    }

    private void cross(double x, double y) {
        Rectangle2D all = viewer.getChart() == null ? null : painted().getDataArea();
        Rectangle2D area = all == null ? null : viewer.getCanvas().findDataArea(new Point2D.Double(x, y));
        boolean inside = area != null && all.contains(x, y) && area.contains(x, y);
        up.setVisible(inside);
        across.setVisible(inside);
        if (inside) {
            place(up, x, all.getMinY(), x, all.getMaxY());
            place(across, area.getMinX(), y, area.getMaxX(), y);
        }
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
