package org.maferstudio.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.Pen.Anchor;
import org.maferstudio.report.Pen.Lettering;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ResolutionSweep;

/**
 * The accuracy of each class at each resolution: few pixels at the left, native at the right.
 *
 * @param sweep the numbers
 */
public record ResolutionHeatmapFigure(ResolutionSweep sweep) implements Figure {
    @Override
    public Size size() {
        return new Size(
                Math.max(300, 130 + 52.0 * sweep.points().size()),
                Math.min(2000, 64 + 30.0 * sweep.labels().size()));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Look look) {
        Pen pen = new Pen(g);
        pen.background(width, height, look.tones().background());
        LabelSet labels = sweep.labels();
        List<ResolutionSweep.Point> points = new ArrayList<>(sweep.points());
        Collections.reverse(points);
        double em = look.fontSize();
        double names = IntStream.range(0, labels.size())
                .mapToDouble(i -> Pen.width(labels.title(i), look.font()))
                .max()
                .orElse(0);
        double left = Math.min(names, 0.35 * width) + 1.4 * em;
        double top = 0.6 * em;
        double cellWidth = (width - left - 0.8 * em) / points.size();
        double cellHeight = (height - top - 3.6 * em) / labels.size();
        Lettering name = new Lettering(look.font(), look.tones().foreground());
        Lettering muted = new Lettering(look.font(0.85), look.tones().muted());
        double bottom = top + cellHeight * labels.size();
        for (int column = 0; column < points.size(); column++) {
            double x = left + column * cellWidth;
            for (int label = 0; label < labels.size(); label++) {
                ClassScore score = points.get(column).scores().classes().get(label);
                cell(pen, score, new Cell(x, top + label * cellHeight, cellWidth, cellHeight), look);
            }
            pen.text(points.get(column).resolution(), x + cellWidth / 2, bottom + 0.95 * em, Anchor.CENTRE, name);
        }
        for (int label = 0; label < labels.size(); label++) {
            double y = top + (label + 0.5) * cellHeight;
            String text = Pen.fitting(labels.title(label), look.font(), left - 0.9 * em);
            pen.text(text, left - 0.6 * em, y, Anchor.RIGHT, name);
        }
        pen.text("Resolution in px", left + cellWidth * points.size() / 2, bottom + 2.5 * em, Anchor.CENTRE, muted);
    }

    private record Cell(double x, double y, double width, double height) {}

    private static void cell(Pen pen, ClassScore score, Cell cell, Look look) {
        Color colour = look.tones().scale().at(score.recall());
        double gap = Math.min(1, cell.height() / 12);
        pen.fill(
                new RoundRectangle2D.Double(
                        cell.x() + gap, cell.y() + gap, cell.width() - 2 * gap, cell.height() - 2 * gap, 5, 5),
                colour);
        Font font = look.font();
        double room = Math.min((cell.width() - 6) / Pen.width("100.0", font), (cell.height() - 3) / font.getSize2D());
        if (room * font.getSize2D() < 5.5) {
            return;
        }
        pen.text(
                score.n() == 0 ? "\u2013" : Numbers.percent(score.recall()),
                cell.x() + cell.width() / 2,
                cell.y() + cell.height() / 2,
                Anchor.CENTRE,
                new Lettering(look.font(Math.min(1, room)), look.textOn(colour)));
    }

    @Override
    public String description() {
        return "Accuracy of each class at each resolution, in percent";
    }

    @Override
    public Optional<Table> table() {
        List<String> header = new ArrayList<>(List.of("class"));
        sweep.points().forEach(point -> header.add(point.resolution()));
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < sweep.labels().size(); label++) {
            List<String> row = new ArrayList<>(List.of(sweep.labels().name(label)));
            for (ResolutionSweep.Point point : sweep.points()) {
                ClassScore score = point.scores().classes().get(label);
                row.add(score.n() == 0 ? "" : Numbers.share(score.recall()));
            }
            rows.add(row);
        }
        return Optional.of(new Table(header, rows));
    }
}
