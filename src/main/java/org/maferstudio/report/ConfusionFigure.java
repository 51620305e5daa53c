package org.maferstudio.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.Pen.Anchor;
import org.maferstudio.report.Pen.Lettering;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;

/**
 * Confusion matrices, one panel each: rows are the truth, the darker a cell the larger its number.
 *
 * @param panels at least one
 * @param normalisation what the cells say
 */
public record ConfusionFigure(List<Panel> panels, Normalisation normalisation) implements Figure {
    /**
     * One matrix.
     *
     * @param title above it; may be empty
     */
    public record Panel(String title, ConfusionMatrix matrix) {}

    /**
     * A cell of one panel.
     *
     * @param panel from 0
     */
    public record Cell(int panel, int truth, int predicted) {}

    public ConfusionFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a figure of confusion matrices needs at least one");
        }
    }

    /** One matrix without a title. */
    public static ConfusionFigure of(ConfusionMatrix matrix, Normalisation normalisation) {
        return new ConfusionFigure(List.of(new Panel("", matrix)), normalisation);
    }

    @Override
    public Size size() {
        int columns = panels.size() <= 3 ? panels.size() : (int) Math.ceil(Math.sqrt(panels.size()));
        int rows = (panels.size() + columns - 1) / columns;
        double cells = Math.max(200, Math.min(700, 38.0 * panels.get(0).matrix().size()));
        boolean titled = panels.stream().anyMatch(panel -> !panel.title().isEmpty());
        return new Size(columns * (cells + 130), rows * (cells + (titled ? 70 : 60)));
    }

    /** Which cell is at a point of the painted rectangle; empty beside the cells. */
    public Optional<Cell> cellAt(double x, double y, Size painted, Look look) {
        for (int panel = 0; panel < panels.size(); panel++) {
            MatrixLayout layout = layout(panel, painted, look);
            int truth = (int) Math.floor((y - layout.top()) / layout.cell());
            int predicted = (int) Math.floor((x - layout.left()) / layout.cell());
            int size = panels.get(panel).matrix().size();
            if (truth >= 0 && truth < size && predicted >= 0 && predicted < size) {
                return Optional.of(new Cell(panel, truth, predicted));
            }
        }
        return Optional.empty();
    }

    /** Where a cell lies in the painted rectangle. */
    public Rectangle2D bounds(Cell cell, Size painted, Look look) {
        return layout(cell.panel(), painted, look).bounds(cell.truth(), cell.predicted());
    }

    private MatrixLayout layout(int panel, Size painted, Look look) {
        int columns = columns(painted);
        int rows = (panels.size() + columns - 1) / columns;
        double width = painted.width() / columns;
        double height = painted.height() / rows;
        int column = panel % columns;
        int row = panel / columns;
        Rectangle2D frame = new Rectangle2D.Double(column * width, row * height, width, height);
        return MatrixLayout.in(frame, panels.get(panel), look);
    }

    /** As many panels side by side as makes them largest. */
    private int columns(Size painted) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= panels.size(); columns++) {
            int rows = (panels.size() + columns - 1) / columns;
            double side = Math.min(painted.width() / columns, painted.height() / rows);
            if (side > largest) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Look look) {
        Pen pen = new Pen(g);
        pen.background(width, height, look.tones().background());
        for (int panel = 0; panel < panels.size(); panel++) {
            MatrixLayout layout = layout(panel, new Size(width, height), look);
            titles(pen, panels.get(panel), layout, look);
            cells(pen, panels.get(panel).matrix(), layout, look);
        }
    }

    private void titles(Pen pen, Panel panel, MatrixLayout layout, Look look) {
        ConfusionMatrix matrix = panel.matrix();
        LabelSet labels = matrix.labels();
        Lettering names = new Lettering(look.font(), look.tones().foreground());
        Lettering muted = new Lettering(look.font(0.85), look.tones().muted());
        double side = layout.cell() * matrix.size();
        double middle = layout.left() + side / 2;
        pen.text(
                Pen.fitting(panel.title(), look.boldFont(1), layout.frame().getWidth() - look.fontSize()),
                middle,
                layout.top() - 1.3 * look.fontSize(),
                Anchor.CENTRE,
                new Lettering(look.boldFont(1), look.tones().foreground()));
        pen.upwards("Truth", layout.axisTitle(), layout.top() + side / 2, muted);
        pen.text(
                normalisation == Normalisation.COLUMNS ? "Predicted (n)" : "Predicted",
                middle,
                layout.top() + side + (normalisation == Normalisation.COLUMNS ? 3.2 : 2.3) * look.fontSize(),
                Anchor.CENTRE,
                muted);
        if (layout.cell() < 0.8 * look.fontSize()) {
            return;
        }
        for (int i = 0; i < matrix.size(); i++) {
            double y = layout.top() + (i + 0.5) * layout.cell();
            double x = layout.left() + (i + 0.5) * layout.cell();
            pen.text(layout.rowName(labels, i, look), layout.left() - 0.6 * look.fontSize(), y, Anchor.RIGHT, names);
            pen.text(
                    layout.columnName(labels, i, look),
                    x,
                    layout.top() + side + 0.9 * look.fontSize(),
                    Anchor.CENTRE,
                    names);
            if (normalisation == Normalisation.COLUMNS) {
                pen.text(
                        Numbers.count(matrix.columnTotal(i)),
                        x,
                        layout.top() + side + 2.0 * look.fontSize(),
                        Anchor.CENTRE,
                        muted);
            } else {
                pen.text(
                        Numbers.count(matrix.rowTotal(i)),
                        layout.left() + side + layout.totals(),
                        y,
                        Anchor.RIGHT,
                        muted);
            }
        }
        if (normalisation != Normalisation.COLUMNS) {
            pen.text(
                    "n",
                    layout.left() + side + layout.totals(),
                    layout.top() - 0.6 * look.fontSize(),
                    Anchor.RIGHT,
                    muted);
        }
    }

    private void cells(Pen pen, ConfusionMatrix matrix, MatrixLayout layout, Look look) {
        double most = normalisation == Normalisation.COUNTS ? largest(matrix) : 1;
        double gap = layout.cell() > 12 ? 1 : 0;
        double round = Math.min(6, layout.cell() / 8);
        Font font = numberFont(matrix, layout, look);
        for (int truth = 0; truth < matrix.size(); truth++) {
            for (int predicted = 0; predicted < matrix.size(); predicted++) {
                double value = matrix.value(normalisation, truth, predicted);
                Rectangle2D bounds = layout.bounds(truth, predicted);
                Color shown = look.tones().scale().at(Double.isNaN(value) || most == 0 ? 0 : value / most);
                pen.fill(
                        new RoundRectangle2D.Double(
                                bounds.getX() + gap,
                                bounds.getY() + gap,
                                bounds.getWidth() - 2 * gap,
                                bounds.getHeight() - 2 * gap,
                                round,
                                round),
                        shown);
                if (font.getSize2D() >= 5.5f) {
                    Color ink = value > 0 ? look.textOn(shown) : look.tones().muted();
                    Font weight = truth == predicted ? font.deriveFont(Font.BOLD) : font;
                    pen.text(
                            number(value),
                            bounds.getCenterX(),
                            bounds.getCenterY(),
                            Anchor.CENTRE,
                            new Lettering(weight, ink));
                }
            }
        }
    }

    private String number(double value) {
        if (normalisation == Normalisation.COUNTS) {
            return Numbers.count(Math.round(value));
        }
        return value == 0 ? "0" : Numbers.share(value);
    }

    /** As large as fits the widest number, but no larger than the labels. */
    private Font numberFont(ConfusionMatrix matrix, MatrixLayout layout, Look look) {
        String widest = normalisation == Normalisation.COUNTS ? Numbers.count((long) largest(matrix)) : "0.000";
        Font font = look.boldFont(1.05);
        double room = layout.cell() - 6;
        double factor = Math.min(1, Math.min(room / Pen.width(widest, font), room / font.getSize2D()));
        return look.font(1.05).deriveFont((float) Math.max(1, font.getSize2D() * factor));
    }

    private static double largest(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.size())
                .boxed()
                .flatMapToLong(truth -> IntStream.range(0, matrix.size()).mapToLong(p -> matrix.count(truth, p)))
                .max()
                .orElse(0);
    }

    @Override
    public String description() {
        return "Confusion matrix of " + Numbers.count(panels.get(0).matrix().total()) + " samples, rows are the truth, "
                + switch (normalisation) {
                    case COUNTS -> "counts";
                    case ROWS -> "shares of the row";
                    case COLUMNS -> "shares of the column";
                };
    }

    @Override
    public Optional<Table> table() {
        boolean several = panels.size() > 1;
        List<String> header = new ArrayList<>();
        if (several) {
            header.add("experiment");
        }
        header.add("truth");
        header.addAll(panels.get(0).matrix().labels().names());
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            if (!panel.matrix().labels().equals(panels.get(0).matrix().labels())) {
                return Optional.empty();
            }
            for (int truth = 0; truth < panel.matrix().size(); truth++) {
                List<String> row = new ArrayList<>();
                if (several) {
                    row.add(panel.title());
                }
                row.add(panel.matrix().labels().name(truth));
                for (int predicted = 0; predicted < panel.matrix().size(); predicted++) {
                    double value = panel.matrix().value(normalisation, truth, predicted);
                    row.add(
                            normalisation == Normalisation.COUNTS
                                    ? Long.toString(panel.matrix().count(truth, predicted))
                                    : Double.isNaN(value) ? "" : Numbers.share(value));
                }
                rows.add(row);
            }
        }
        return Optional.of(new Table(header, rows));
    }
}
