package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.figures.ConfusionFigure.Panel;
import org.maferstudio.report.figures.MatrixPainter.Tiling;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigureColours;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The difference of two confusion matrices, cell by cell: blue if the second has more, orange if it has less, the
 * background colour if they are equal.
 *
 * @param title of the figure
 * @param a the matrix that is subtracted
 * @param b the second matrix, of the same classes
 * @param normalisation of the cells before the subtraction
 */
public record DifferenceFigure(String title, ConfusionMatrix a, ConfusionMatrix b, Normalisation normalisation)
        implements CellFigure {
    private static final Color ORANGE_ON_LIGHT = new Color(0xC2570C);
    private static final Color ORANGE_ON_DARK = new Color(0xF0883E);

    /** Minimum range, so that noise is not shown in the strongest colours. */
    private static final double LEAST_RANGE = 0.05;

    public DifferenceFigure {
        if (!a.labels().equals(b.labels())) {
            throw new IllegalArgumentException("a difference is of the same classes, got "
                    + a.labels().names() + " and " + b.labels().names());
        }
    }

    @Override
    public Size size() {
        return ConfusionFigure.of(a, normalisation).size();
    }

    /** The second minus the first, as shares or counts; NaN for a share of 0 samples. */
    public double value(int trueClass, int predicted) {
        return b.value(normalisation, trueClass, predicted) - a.value(normalisation, trueClass, predicted);
    }

    @Override
    public int panelCount() {
        return 1;
    }

    @Override
    public int classes(int panel) {
        return a.size();
    }

    @Override
    public Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle style) {
        return layout(painted, style).cellAt(0, x, y, style);
    }

    @Override
    public Rectangle2D bounds(Cell cell, Size painted, FigureStyle style) {
        return layout(painted, style).bounds(cell);
    }

    private MatrixLayout layout(Size painted, FigureStyle style) {
        return MatrixLayout.in(
                new Rectangle2D.Double(0, 0, painted.width(), painted.height()), new Panel(title, a), style);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        MatrixLayout layout = layout(new Size(width, height), style);
        MatrixPainter matrixPainter = new MatrixPainter(painter, style);
        matrixPainter.labels(new Panel(title, a), layout, normalisation);
        double range = range();
        String widest = normalisation == Normalisation.COUNTS ? number(-range) : "+0.000";
        matrixPainter.cells(
                Tiling.ROUNDED, layout.cells(), layout.size(), widest, scale(style), (trueClass, predicted) -> {
                    double value = value(trueClass, predicted);
                    double shade = Double.isNaN(value) ? 0.5 : 0.5 + value / range / 2;
                    return new MatrixPainter.CellContent(shade, number(value), value == 0);
                });
    }

    private static ColourScale scale(FigureStyle style) {
        FigureColours colours = style.colours();
        boolean dark = ColourScale.luminance(colours.background()) < ColourScale.luminance(colours.foreground());
        Color none = colours.scale().at(0);
        return new ColourScale(List.of(
                dark ? ORANGE_ON_DARK : ORANGE_ON_LIGHT, none, colours.scale().at(dark ? 0.8 : 0.85)));
    }

    /** The largest absolute difference. */
    private double range() {
        double largest = IntStream.range(0, a.size())
                .boxed()
                .flatMapToDouble(truth -> IntStream.range(0, a.size()).mapToDouble(p -> Math.abs(value(truth, p))))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return Math.max(normalisation == Normalisation.COUNTS ? 1 : LEAST_RANGE, largest);
    }

    private String number(double value) {
        boolean counts = normalisation == Normalisation.COUNTS;
        return Math.abs(value) < (counts ? 0.5 : 0.0005) ? "0" : Numbers.signed(value, counts ? 0 : 3);
    }

    @Override
    public String description() {
        return Texts.of("report.difference.description", title);
    }

    @Override
    public Optional<Table> table() {
        LabelSet labels = a.labels();
        List<String> header = new ArrayList<>(List.of("truth"));
        header.addAll(labels.names());
        List<List<String>> rows = new ArrayList<>();
        for (int trueClass = 0; trueClass < labels.size(); trueClass++) {
            List<String> row = new ArrayList<>(List.of(labels.name(trueClass)));
            for (int predicted = 0; predicted < labels.size(); predicted++) {
                double value = value(trueClass, predicted);
                row.add(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%+.4f", value));
            }
            rows.add(row);
        }
        return Optional.of(new Table(header, rows));
    }
}
