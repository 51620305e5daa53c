package org.maferstudio.report.figures;

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
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/** Heat map of the accuracy of each class by resolution or strength: what such figures share. */
interface ClassHeatmap extends Figure {
    /**
     * The results at one resolution or strength.
     *
     * @param tick below the column
     * @param title for people
     * @param resolution that a click selects; empty for none
     */
    record Column(String tick, String title, Optional<Resolution> resolution, ResolutionSweep.Point result) {}

    /** The classes. */
    LabelSet labels();

    /** Unchanged images first, then from mild to harsh. */
    List<Column> sweep();

    /** From left to right. */
    List<Column> columns();

    /** What is varied. */
    String axisTitle();

    /** The first column at which people recognise the class; 0 if all are or none is known. */
    default int enough(int label) {
        return 0;
    }

    /**
     * Heights in font sizes: above the cells, below them with a caption of one line, each further line, and next to a
     * caption.
     */
    double ABOVE = 0.6;

    double BELOW = 3.6;
    double LINE = 1.2;
    double MARGIN = 0.6;

    @Override
    default Size size() {
        return new Size(Math.max(300, 130 + 52.0 * columns().size()), Math.min(2000, 64 + 30.0 * labels().size()));
    }

    @Override
    default void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        LabelSet labels = labels();
        List<Column> columns = columns();
        double em = style.fontSize();
        List<String> caption = caption(width, height, style);
        Cell cells = area(width, height, style);
        double cellWidth = cells.width() / columns.size();
        double cellHeight = cells.height() / labels.size();
        Lettering name = new Lettering(style.font(), style.colours().foreground());
        Lettering muted = new Lettering(style.font(0.85), style.colours().muted());
        double bottom = cells.y() + cells.height();
        for (int column = 0; column < columns.size(); column++) {
            for (int label = 0; label < labels.size(); label++) {
                cell(
                        painter,
                        columns.get(column).result(),
                        label,
                        cells.part(column, columns.size(), label, labels.size()),
                        style);
            }
            double x = cells.x() + (column + 0.5) * cellWidth;
            painter.text(columns.get(column).tick(), x, bottom + 0.95 * em, Anchor.CENTRE, name);
        }
        for (int label = 0; label < labels.size(); label++) {
            double y = cells.y() + (label + 0.5) * cellHeight;
            String text = FigurePainter.fitting(labels.title(label), style.font(), cells.x() - 0.9 * em);
            painter.text(text, cells.x() - 0.6 * em, y, Anchor.RIGHT, name);
        }
        people(painter, cells, style);
        for (int line = 0; line < caption.size(); line++) {
            double wide = FigurePainter.width(caption.get(line), muted.font());
            // Below the cells, but not beyond the edge.
            double middle = Math.min(cells.x() + cells.width() / 2, width - MARGIN * em - wide / 2);
            double y = bottom + (2.5 + LINE * line) * em;
            painter.text(caption.get(line), Math.max(middle, MARGIN * em + wide / 2), y, Anchor.CENTRE, muted);
        }
    }

    /** The lines below the cells; only the first part if there is no more space. */
    private List<String> caption(double width, double height, FigureStyle style) {
        String axis = axisTitle();
        List<String> pieces = new ArrayList<>(List.of(axis));
        if (columns().stream().anyMatch(column -> column.result().noEffect())) {
            pieces.add(Texts.of("report.heatmap.hatched"));
        }
        if (IntStream.range(0, labels().size()).anyMatch(label -> enough(label) > 0)) {
            pieces.add(HumanThresholds.SENTENCE);
        }
        double em = style.fontSize();
        List<String> lines = FigurePainter.lines(String.join(", ", pieces), style.font(0.85), width - 2 * MARGIN * em);
        double cells = height - (ABOVE + BELOW + LINE * (lines.size() - 1)) * em;
        return lines.size() == 1 || cells >= labels().size() * em ? lines : List.of(axis);
    }

    /** The area of the cells. */
    private Cell area(double width, double height, FigureStyle style) {
        double em = style.fontSize();
        double names = IntStream.range(0, labels().size())
                .mapToDouble(i -> FigurePainter.width(labels().title(i), style.font()))
                .max()
                .orElse(0);
        double left = Math.min(names, 0.35 * width) + 1.4 * em;
        double top = ABOVE * em;
        double below = (BELOW + LINE * (caption(width, height, style).size() - 1)) * em;
        return new Cell(left, top, width - left - 0.8 * em, height - top - below);
    }

    /** A line before the first resolution at which people recognise the class, for each class. */
    private void people(FigurePainter painter, Cell cells, FigureStyle style) {
        for (int label = 0; label < labels().size(); label++) {
            int enough = enough(label);
            if (enough > 0) {
                Cell cell = cells.part(enough, columns().size(), label, labels().size());
                painter.dotted(
                        cell.x(),
                        cell.y(),
                        cell.x(),
                        cell.y() + cell.height(),
                        style.colours().foreground());
            }
        }
    }

    @Override
    default List<FigureRegion> spots(Size painted, FigureStyle style) {
        List<Column> columns = columns();
        Cell cells = area(painted.width(), painted.height(), style);
        List<FigureRegion> spots = new ArrayList<>();
        for (int label = 0; label < labels().size(); label++) {
            for (int column = 0; column < columns.size(); column++) {
                Cell cell = cells.part(column, columns.size(), label, labels().size());
                Column at = columns.get(column);
                ClassScore score = at.result().scores().classes().get(label);
                String text = Texts.of(
                        "report.heatmap.tooltip",
                        labels().title(label),
                        at.title(),
                        Numbers.count(score.correct()),
                        Numbers.count(score.n()));
                Rectangle2D bounds = new Rectangle2D.Double(cell.x(), cell.y(), cell.width(), cell.height());
                spots.add(new FigureRegion(bounds, 0, label, at.resolution(), text));
            }
        }
        return spots;
    }

    record Cell(double x, double y, double width, double height) {
        /** The rectangle of one of several columns and rows. */
        Cell part(int column, int columns, int row, int rows) {
            return new Cell(x + column * width / columns, y + row * height / rows, width / columns, height / rows);
        }
    }

    private static void cell(
            FigurePainter painter, ResolutionSweep.Point point, int label, Cell cell, FigureStyle style) {
        ClassScore score = point.scores().classes().get(label);
        Color colour = style.colours().scale().at(score.recall());
        double gap = Math.min(1, cell.height() / 12);
        painter.fill(
                new RoundRectangle2D.Double(
                        cell.x() + gap, cell.y() + gap, cell.width() - 2 * gap, cell.height() - 2 * gap, 5, 5),
                colour);
        if (point.noEffect()) {
            painter.hatch(
                    new Rectangle2D.Double(
                            cell.x() + gap, cell.y() + gap, cell.width() - 2 * gap, cell.height() - 2 * gap),
                    ColourScale.blend(colour, style.textOn(colour), 0.25));
        }
        Font font = style.font();
        double room = Math.min(
                (cell.width() - 6) / FigurePainter.width("100.0", font), (cell.height() - 3) / font.getSize2D());
        if (room * font.getSize2D() < 5.5) {
            return;
        }
        painter.text(
                score.n() == 0 ? Numbers.NONE : Numbers.percent(score.recall()),
                cell.x() + cell.width() / 2,
                cell.y() + cell.height() / 2,
                Anchor.CENTRE,
                new Lettering(style.font(Math.min(1, room)), style.textOn(colour)));
    }

    @Override
    default Optional<Table> table() {
        List<String> header = new ArrayList<>(List.of("class"));
        sweep().forEach(column -> header.add(column.tick()));
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < labels().size(); label++) {
            List<String> row = new ArrayList<>(List.of(labels().name(label)));
            for (Column column : sweep()) {
                ClassScore score = column.result().scores().classes().get(label);
                row.add(score.n() == 0 ? "" : Numbers.share(score.recall()));
            }
            rows.add(row);
        }
        return Optional.of(new Table(header, rows));
    }
}
