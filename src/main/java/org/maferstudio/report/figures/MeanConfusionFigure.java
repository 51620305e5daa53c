package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.report.figures.ConfusionFigure.Cell;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Numbers;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.MatrixSpread;
import org.maferstudio.results.Normalisation;
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
    private ConfusionFigure places() {
        return new ConfusionFigure(
                panels.stream()
                        .map(panel -> new ConfusionFigure.Panel(
                                panel.title(), panel.spread().counts()))
                        .toList(),
                Normalisation.ROWS);
    }

    @Override
    public Size size() {
        return places().size();
    }

    @Override
    public Optional<Cell> cellAt(double x, double y, Size painted, FigureStyle look) {
        return places().cellAt(x, y, painted, look);
    }

    @Override
    public Rectangle2D bounds(Cell cell, Size painted, FigureStyle look) {
        return places().bounds(cell, painted, look);
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
    public void paint(Graphics2D g, double width, double height, FigureStyle look) {
        FigurePainter pen = new FigurePainter(g);
        pen.background(width, height, look.tones().background());
        Size painted = new Size(width, height);
        ConfusionFigure places = places();
        for (int number = 0; number < panels.size(); number++) {
            MatrixLayout layout = places.layout(number, painted, look);
            MatrixLabels.paint(pen, places.panels().get(number), layout, Normalisation.ROWS, look);
            cells(pen, panels.get(number).spread(), layout, look);
        }
    }

    private static void cells(FigurePainter pen, MatrixSpread spread, MatrixLayout layout, FigureStyle look) {
        double gap = layout.cell() > 12 ? 1 : 0;
        double round = Math.min(6, layout.cell() / 8);
        double room = layout.cell() - 6;
        double factor = Math.min(
                1, Math.min(room / FigurePainter.width("0.000", look.boldFont(1)), room / 2.2 / look.fontSize()));
        Font font = look.font(Math.max(0.1, factor));
        for (int truth = 0; truth < layout.size(); truth++) {
            for (int predicted = 0; predicted < layout.size(); predicted++) {
                double mean = spread.mean(truth, predicted);
                Rectangle2D bounds = layout.bounds(truth, predicted);
                Color shown = look.tones().scale().at(Double.isNaN(mean) ? 0 : mean);
                pen.fill(
                        new RoundRectangle2D.Double(
                                bounds.getX() + gap,
                                bounds.getY() + gap,
                                bounds.getWidth() - 2 * gap,
                                bounds.getHeight() - 2 * gap,
                                round,
                                round),
                        shown);
                if (font.getSize2D() < 5.5f) {
                    continue;
                }
                Color ink = mean > 0 ? look.textOn(shown) : look.tones().muted();
                Font weight = truth == predicted ? look.boldFont(factor) : font;
                double deviation = spread.standardDeviation(truth, predicted);
                boolean two = mean > 0 && !Double.isNaN(deviation);
                double line = two ? 0.55 * font.getSize2D() : 0;
                double x = bounds.getCenterX();
                double y = bounds.getCenterY();
                String number = Double.isNaN(mean) ? "\u2013" : mean == 0 ? "0" : Numbers.share(mean);
                pen.text(number, x, y - line, Anchor.CENTRE, new Lettering(weight, ink));
                if (two) {
                    String below = "\u00b1" + Numbers.share(deviation).replaceFirst("^0", "");
                    pen.text(below, x, y + 1.1 * line, Anchor.CENTRE, new Lettering(look.font(0.85 * factor), ink));
                }
            }
        }
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
            for (int truth = 0; truth < first.size(); truth++) {
                for (int predicted = 0; predicted < first.size(); predicted++) {
                    rows.add(List.of(
                            panel.title(),
                            first.labels().name(truth),
                            first.labels().name(predicted),
                            number(panel.spread().mean(truth, predicted)),
                            number(panel.spread().standardDeviation(truth, predicted))));
                }
            }
        }
        return Optional.of(new Table(List.of("experiment", "truth", "predicted", "mean", "standard_deviation"), rows));
    }

    private static String number(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.4f", share);
    }
}
