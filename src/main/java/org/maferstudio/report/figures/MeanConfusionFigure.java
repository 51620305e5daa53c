package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.figures.MatrixPainter.Tiling;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.MatrixSpread;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Mean confusion matrices of several runs: the mean share of the row, and below it the standard deviation.
 *
 * @param panels at least one
 */
public record MeanConfusionFigure(List<Panel> panels) implements CellFigure {
    /**
     * One network.
     *
     * @param title above it
     */
    public record Panel(String title, MatrixSpread spread) {}

    public MeanConfusionFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a figure of confusion matrices needs at least one");
        }
    }

    /** The same layout as a figure of counts. */
    private ConfusionFigure layout() {
        return new ConfusionFigure(
                panels.stream()
                        .map(panel -> new ConfusionFigure.Panel(
                                panel.title(), panel.spread().counts()))
                        .toList(),
                Normalisation.ROWS);
    }

    @Override
    public Size size() {
        return layout().size();
    }

    @Override
    public Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle style) {
        return layout().cellAt(x, y, painted, style);
    }

    @Override
    public Rectangle2D bounds(Cell cell, Size painted, FigureStyle style) {
        return layout().bounds(cell, painted, style);
    }

    @Override
    public int panelCount() {
        return panels.size();
    }

    @Override
    public int classes(int panel) {
        return panels.get(panel).spread().labels().size();
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        Size painted = new Size(width, height);
        ConfusionFigure places = layout();
        MatrixPainter matrixPainter = new MatrixPainter(painter, style);
        for (int number = 0; number < panels.size(); number++) {
            MatrixLayout layout = places.layout(number, painted, style);
            MatrixSpread spread = panels.get(number).spread();
            matrixPainter.labels(places.panels().get(number), layout, Normalisation.ROWS);
            matrixPainter.cells(
                    Tiling.TWO_LINES,
                    layout.cells(),
                    layout.size(),
                    "0.000",
                    style.colours().scale(),
                    (trueClass, predicted) ->
                            cell(spread.mean(trueClass, predicted), spread.standardDeviation(trueClass, predicted)));
        }
    }

    private static MatrixPainter.CellContent cell(double mean, double deviation) {
        String below = mean > 0 && !Double.isNaN(deviation)
                ? "\u00b1" + Numbers.share(deviation).replaceFirst("^0", "")
                : "";
        return new MatrixPainter.CellContent(mean, mean == 0 ? "0" : Numbers.share(mean), below, !(mean > 0));
    }

    @Override
    public String description() {
        return Texts.of(
                "report.meanConfusion.description", panels.get(0).spread().runs());
    }

    @Override
    public Optional<Table> table() {
        ConfusionMatrix first = panels.get(0).spread().counts();
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            if (!panel.spread().labels().equals(first.labels())) {
                return Optional.empty();
            }
            for (int trueClass = 0; trueClass < first.size(); trueClass++) {
                for (int predicted = 0; predicted < first.size(); predicted++) {
                    rows.add(List.of(
                            panel.title(),
                            first.labels().name(trueClass),
                            first.labels().name(predicted),
                            number(panel.spread().mean(trueClass, predicted)),
                            number(panel.spread().standardDeviation(trueClass, predicted))));
                }
            }
        }
        return Optional.of(new Table(List.of("experiment", "truth", "predicted", "mean", "standard_deviation"), rows));
    }

    private static String number(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
    }
}
