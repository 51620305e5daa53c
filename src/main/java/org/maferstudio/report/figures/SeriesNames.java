package org.maferstudio.report.figures;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;

/**
 * The legend above a plot: each name after a disc in its colour, as many in a row as fit.
 *
 * @param names one per series; none for a single series
 * @param left edge of the rows, in points
 * @param right edge of the rows
 */
record SeriesNames(List<String> names, double left, double right, FigureStyle style) {
    /** Distance of disc and name, in font sizes. */
    private static final double DISC = 1.1;

    private static final double GAP = 1.5;
    private static final double ROW = 1.4;

    private record Place(String name, double x, int row) {}

    private List<Place> positions() {
        double em = style.fontSize();
        List<Place> places = new ArrayList<>();
        double x = left;
        int row = 0;
        double room = (right - left) / Math.max(1, names.size()) - (DISC + GAP) * em;
        for (String name : LegendNames.fitting(names, style.font(), room)) {
            String fitting = FigurePainter.fitting(name, style.font(), right - left - DISC * em);
            double wide = DISC * em + FigurePainter.width(fitting, style.font());
            if (x > left && x + wide > right) {
                x = left;
                row++;
            }
            places.add(new Place(fitting, x, row));
            x += wide + GAP * em;
        }
        return places;
    }

    /** The height of the legend, in points; 0 without names. */
    double height() {
        List<Place> places = positions();
        return places.isEmpty()
                ? 0
                : ROW * style.fontSize() * (places.get(places.size() - 1).row() + 1);
    }

    /** Paints the legend at the top of the figure. */
    void paint(FigurePainter painter) {
        double em = style.fontSize();
        Lettering letters = new Lettering(style.font(), style.colours().foreground());
        List<Place> places = positions();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double y = (1.1 + ROW * place.row()) * em;
            painter.fill(new Ellipse2D.Double(place.x(), y - 0.35 * em, 0.7 * em, 0.7 * em), style.series(i));
            painter.text(place.name(), place.x() + DISC * em, y, Anchor.LEFT, letters);
        }
    }
}
