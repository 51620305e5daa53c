package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.report.tables.Table;
import org.maferstudio.texts.Texts;

/**
 * Two-dimensional embeddings of deep features, one dot per sample in the colour of its class; up to four panels with
 * one legend.
 *
 * <p>Axes have no numbers, because the directions of t-SNE have no meaning.
 *
 * @param panels one to four
 */
public record EmbeddingFigure(List<Panel> panels) implements Figure {
    /** Maximum number of panels. */
    static final int MOST = 4;

    private static final double SIDE = 300;

    /**
     * One embedding.
     *
     * @param title shown above it
     */
    public record Panel(String title, Embedding embedding) {}

    public EmbeddingFigure {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.size() > MOST) {
            throw new IllegalArgumentException("one to four pictures stand side by side, got " + panels.size());
        }
    }

    @Override
    public Size size() {
        int columns = columns();
        return new Size(columns * SIDE + 20, rows() * (SIDE + 34) + 40);
    }

    private int columns() {
        return panels.size() == MOST ? 2 : panels.size();
    }

    private int rows() {
        return panels.size() == MOST ? 2 : 1;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double em = style.fontSize();
        double bottom = legend(painter, width, height, style);
        int columns = columns();
        for (int i = 0; i < panels.size(); i++) {
            double wide = (width - em) / columns;
            double high = (bottom - em) / rows();
            double left = 0.5 * em + (i % columns) * wide;
            int row = i / columns;
            double top = 0.5 * em + row * high;
            panel(painter, panels.get(i), new Square(left, top, wide, high, em), style);
        }
    }

    /** The area of a panel's embedding, between its title and its numbers. */
    private record Square(double left, double top, double wide, double high, double em) {
        double centreX() {
            return left + wide / 2;
        }

        double centreY() {
            return top + 1.6 * em + (high - 3.4 * em) / 2;
        }

        double half() {
            return Math.max(1, Math.min(wide, high - 3.4 * em) / 2 - 0.5 * em);
        }
    }

    private static void panel(FigurePainter painter, Panel panel, Square square, FigureStyle style) {
        double em = style.fontSize();
        Lettering title = new Lettering(style.boldFont(1), style.colours().foreground());
        painter.text(
                FigurePainter.fitting(panel.title(), title.font(), square.wide()),
                square.centreX(),
                square.top() + 0.8 * em,
                Anchor.CENTRE,
                title);
        Embedding embedding = panel.embedding();
        double extent = extent(embedding.positions());
        double size = Math.max(1.6, Math.min(4, 90 / Math.sqrt(embedding.rows().size() + 1.0)));
        for (int i : shuffled(embedding.rows().size())) {
            float[] at = embedding.positions().rows()[i];
            double x = square.centreX() + at[0] / extent * square.half();
            double y = square.centreY() - at[1] / extent * square.half();
            Color colour =
                    Palette.of(embedding.labels(), embedding.rows().get(i).label());
            painter.fill(
                    new Ellipse2D.Double(x - size / 2, y - size / 2, size, size),
                    new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 200));
        }
        painter.text(
                numbers(embedding.metadata()),
                square.centreX(),
                square.top() + square.high() - 0.9 * em,
                Anchor.CENTRE,
                new Lettering(style.font(0.85), style.colours().muted()));
    }

    /** Draws dots in an order independent of the class; otherwise the last class would cover the others. */
    private static int[] shuffled(int size) {
        int[] order = IntStream.range(0, size).toArray();
        Random random = new Random(5);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private static double extent(Points positions) {
        double extent = 1e-9;
        for (float[] at : positions.rows()) {
            extent = Math.max(extent, Math.max(Math.abs(at[0]), Math.abs(at[1])));
        }
        return extent;
    }

    private static String numbers(EmbeddingMetadata metadata) {
        if (metadata.hasWrongPerplexity()) {
            return Texts.of("report.embedding.wrongPerplexity");
        }
        EmbeddingMetadata.Quality quality = metadata.quality();
        return Double.isNaN(quality.accuracyInPlane())
                ? ""
                : Texts.of(
                        "report.embedding.quality",
                        100 * quality.accuracyInPlane(),
                        100 * quality.accuracy(),
                        EmbeddingMetadata.TRUSTED,
                        quality.trustworthiness());
    }

    /** Draws the legend at the bottom; returns its top. */
    private double legend(FigurePainter painter, double width, double height, FigureStyle style) {
        double em = style.fontSize();
        Embedding first = panels.get(0).embedding();
        TreeSet<Integer> present = new TreeSet<>();
        panels.forEach(panel -> panel.embedding().rows().stream()
                .map(EmbeddingRow::label)
                .filter(label -> label < first.labels().size())
                .forEach(present::add));
        Lettering words = new Lettering(style.font(0.9), style.colours().foreground());
        double whole = present.stream()
                .mapToDouble(
                        label -> 2.2 * em + FigurePainter.width(first.labels().title(label), words.font()))
                .sum();
        double x = Math.max(0.5 * em, (width - whole) / 2);
        double y = height - 1.1 * em;
        for (int label : present) {
            painter.fill(new Ellipse2D.Double(x, y - 0.35 * em, 0.7 * em, 0.7 * em), Palette.of(first.labels(), label));
            painter.text(first.labels().title(label), x + em, y, Anchor.LEFT, words);
            x += 2.2 * em + FigurePainter.width(first.labels().title(label), words.font());
        }
        return height - 2 * em;
    }

    @Override
    public String description() {
        int samples = panels.get(0).embedding().rows().size();
        return panels.size() == 1
                ? Texts.of("report.embedding.description.one", samples)
                : Texts.of("report.embedding.description.several", samples, panels.size());
    }

    @Override
    public Optional<Table> table() {
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            Embedding embedding = panel.embedding();
            for (int i = 0; i < embedding.rows().size(); i++) {
                EmbeddingRow row = embedding.rows().get(i);
                float[] at = embedding.positions().rows()[i];
                rows.add(List.of(
                        panel.title(),
                        row.sample(),
                        embedding.labels().name(row.label()),
                        embedding.labels().name(row.predicted()),
                        row.resolution().id(),
                        Float.toString(at[0]),
                        Float.toString(at[1])));
            }
        }
        return Optional.of(
                new Table(List.of("experiment", "sample", "label", "predicted", "resolution", "x", "y"), rows));
    }
}
