package org.maferstudio.report.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.figures.MatrixPainter.Tiling;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Normalisation;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Confusion matrices in the layout of the paper: base, CR, CR-Simplified, CR+AffWild2; normalised by row with three
 * decimals, classes in the paper's order with short names, and one colour scale for all.
 *
 * @param panels one to four, in the paper's order
 * @see <a href="https://arxiv.org/abs/2105.02481">MAFER</a>
 */
public record PaperConfusionFigure(List<ConfusionFigure.Panel> panels) implements Figure {
    private static final List<Expression> CLASSES = List.of(
            Expression.SURPRISE,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.ANGER,
            Expression.FEAR,
            Expression.DISGUST,
            Expression.NEUTRAL,
            Expression.CONTEMPT);
    private static final double CELL = 40;
    private static final int BAR_STEPS = 64;

    public PaperConfusionFigure {
        if (panels.isEmpty() || panels.size() > 4) {
            throw new IllegalArgumentException("the paper's figure has one to four panels, got " + panels.size());
        }
        panels = panels.stream()
                .map(panel -> new ConfusionFigure.Panel(panel.title(), ordered(panel.matrix())))
                .toList();
    }

    private static ConfusionMatrix ordered(ConfusionMatrix matrix) {
        LabelSet labels = matrix.labels();
        int[] order = IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        label -> labels.expression(label).map(CLASSES::indexOf).orElse(Integer.MAX_VALUE)))
                .mapToInt(Integer::intValue)
                .toArray();
        long[][] counts = new long[order.length][order.length];
        for (int trueClass = 0; trueClass < order.length; trueClass++) {
            for (int called = 0; called < order.length; called++) {
                counts[trueClass][called] = matrix.count(order[trueClass], order[called]);
            }
        }
        return ConfusionMatrix.ofCounts(
                new LabelSet(IntStream.of(order).mapToObj(labels::name).toList()), counts);
    }

    private int columns() {
        return panels.size() == 4 ? 2 : panels.size();
    }

    private int rows() {
        return (panels.size() + columns() - 1) / columns();
    }

    @Override
    public Size size() {
        double side = Math.min(900, CELL * panels.get(0).matrix().size());
        return new Size(columns() * (side + 44) + 48, rows() * (side + 56));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double bar = 4.4 * style.fontSize();
        double wide = (width - bar) / columns();
        double high = height / rows();
        for (int i = 0; i < panels.size(); i++) {
            Rectangle2D frame = frame(i, wide, high);
            panel(painter, panels.get(i), frame, style);
        }
        bar(painter, new Rectangle2D.Double(width - bar, 0, bar, height), style);
    }

    private Rectangle2D frame(int panel, double width, double height) {
        int row = panel / columns();
        int column = panel % columns();
        return new Rectangle2D.Double(column * width, row * height, width, height);
    }

    private static void panel(
            FigurePainter painter, ConfusionFigure.Panel panel, Rectangle2D frame, FigureStyle style) {
        double em = style.fontSize();
        ConfusionMatrix matrix = panel.matrix();
        double left = frame.getX() + 4.2 * em;
        double top = frame.getY() + 2.4 * em;
        double cell = Math.max(
                1, Math.min(frame.getMaxX() - left - 0.4 * em, frame.getMaxY() - top - 3.2 * em) / matrix.size());
        double side = cell * matrix.size();
        Lettering names = new Lettering(style.font(), style.colours().foreground());
        Lettering muted = new Lettering(style.font(0.85), style.colours().muted());
        Font bold = style.boldFont(1);
        painter.text(
                FigurePainter.fitting(panel.title(), bold, frame.getWidth() - em),
                left + side / 2,
                top - 1.1 * em,
                Anchor.CENTRE,
                new Lettering(bold, style.colours().foreground()));
        painter.upwards(Texts.of("report.confusion.axis.true"), left - 3.4 * em, top + side / 2, muted);
        painter.text(
                Texts.of("report.confusion.axis.predicted"),
                left + side / 2,
                top + side + 2.2 * em,
                Anchor.CENTRE,
                muted);
        for (int i = 0; i < matrix.size(); i++) {
            double middle = (i + 0.5) * cell;
            String name = FigurePainter.fitting(matrix.labels().shortName(i), style.font(), Math.max(cell, 2.4 * em));
            painter.text(name, left - 0.5 * em, top + middle, Anchor.RIGHT, names);
            painter.text(name, left + middle, top + side + 0.9 * em, Anchor.CENTRE, names);
        }
        Rectangle2D place = new Rectangle2D.Double(left, top, side, side);
        new MatrixPainter(painter, style)
                .cells(
                        Tiling.CLOSED,
                        place,
                        matrix.size(),
                        "0.000",
                        style.colours().scale(),
                        (trueClass, predicted) -> {
                            double share = matrix.rowShare(trueClass, predicted);
                            return new MatrixPainter.CellContent(share, Numbers.share(share), false);
                        });
        painter.draw(place, style.colours().muted(), 0.75);
    }

    /** The colour scale, common to all panels. */
    private static void bar(FigurePainter painter, Rectangle2D frame, FigureStyle style) {
        double em = style.fontSize();
        double top = 2.4 * em;
        double high = frame.getHeight() - top - 3.2 * em;
        double x = frame.getX() + 0.8 * em;
        double step = high / BAR_STEPS;
        for (int i = 0; i < BAR_STEPS; i++) {
            double y = top + high - (i + 1) * step;
            // Slightly taller than its step, so that there is no gap.
            painter.fill(
                    new Rectangle2D.Double(x, y, 0.9 * em, i == 0 ? step : step + 0.5),
                    style.colours().scale().at(i / (BAR_STEPS - 1.0)));
        }
        painter.draw(
                new Rectangle2D.Double(x, top, 0.9 * em, high), style.colours().muted(), 0.75);
        Lettering small = new Lettering(style.font(0.85), style.colours().muted());
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            String text = Numbers.fixed(tenth / 10.0, 1);
            painter.text(text, x + 1.3 * em, top + high * (1 - tenth / 10.0), Anchor.LEFT, small);
        }
    }

    @Override
    public String description() {
        return Texts.of("report.paperConfusion.description");
    }

    @Override
    public Optional<Table> data() {
        return new ConfusionFigure(new ArrayList<>(panels), Normalisation.ROWS).data();
    }

    @Override
    public Optional<Table> table() {
        return new ConfusionFigure(new ArrayList<>(panels), Normalisation.ROWS).table();
    }
}
