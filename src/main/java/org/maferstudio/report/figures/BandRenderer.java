package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.maferstudio.report.painting.ChartTheme;
import org.maferstudio.report.painting.FigureStyle;

/** Paints up to four lines with marks, each over a band of its colour. */
final class BandRenderer {
    private BandRenderer() {}

    /** A renderer of so many lines. */
    static DeviationRenderer of(int lines, FigureStyle style) {
        DeviationRenderer renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(0.2f);
        renderer.setDefaultCreateEntities(false);
        renderer.setDrawSeriesLineAsPath(true);
        double mark = 0.36 * style.fontSize();
        for (int i = 0; i < lines; i++) {
            Color colour = style.series(i);
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesFillPaint(i, colour);
            renderer.setSeriesStroke(i, ChartTheme.stroke(i, 2));
            renderer.setSeriesShape(i, marker(i, mark));
        }
        return renderer;
    }

    /** Disc, square, triangle, diamond: distinguishable without colour. */
    private static Shape marker(int index, double half) {
        Path2D path = new Path2D.Double();
        switch (Math.floorMod(index, 4)) {
            case 0 -> {
                return new Ellipse2D.Double(-half, -half, 2 * half, 2 * half);
            }
            case 1 -> {
                return new Rectangle2D.Double(-0.9 * half, -0.9 * half, 1.8 * half, 1.8 * half);
            }
            case 2 -> {
                path.moveTo(0, -1.15 * half);
                path.lineTo(1.1 * half, 0.85 * half);
                path.lineTo(-1.1 * half, 0.85 * half);
            }
            default -> {
                path.moveTo(0, -1.25 * half);
                path.lineTo(1.25 * half, 0);
                path.lineTo(0, 1.25 * half);
                path.lineTo(-1.25 * half, 0);
            }
        }
        path.closePath();
        return path;
    }
}
