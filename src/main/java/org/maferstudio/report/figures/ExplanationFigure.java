package org.maferstudio.report.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.explain.AttributionMap;
import org.maferstudio.explain.Explanation;
import org.maferstudio.image.BufferedImages;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.report.painting.FigurePainter;
import org.maferstudio.report.painting.FigurePainter.Anchor;
import org.maferstudio.report.painting.FigurePainter.Lettering;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Maps of what speaks for a class, over the faces: one row per network, one column per resolution. Within a row, equal
 * colours are equal values.
 *
 * @param rows at least one
 */
public record ExplanationFigure(List<Row> rows) implements Figure {
    /**
     * One network.
     *
     * @param title its name; may be empty
     * @param explanations at least one, in the order of the columns
     */
    public record Row(String title, List<Explanation> explanations) {
        public Row {
            explanations = List.copyOf(explanations);
        }
    }

    /** For the class, and against it; a pair that can be told apart with any colour vision. */
    private static final Color FOR = new Color(0xe8, 0x6a, 0x00);

    private static final Color AGAINST = new Color(0x1f, 0x6f, 0xd1);
    /** Cover of the largest value, so that the face stays visible. */
    private static final double COVER = 0.75;
    /** Pixels of a face's side. */
    private static final int PIXELS = 192;

    private static final double CELL = 120;
    private static final double GAP = 8;

    public ExplanationFigure {
        rows = List.copyOf(rows);
    }

    private int columns() {
        return rows.stream().mapToInt(row -> row.explanations().size()).max().orElse(1);
    }

    @Override
    public Size size() {
        return new Size(GAP + columns() * (CELL + GAP), GAP + rows.size() * (CELL + 48 + GAP) + 24);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, FigureStyle style) {
        FigurePainter painter = new FigurePainter(g);
        painter.background(width, height, style.colours().background());
        double line = 1.35 * style.font().getSize2D();
        double foot = 1.6 * line;
        double rowHeight = (height - foot) / rows.size();
        double heading = rows.stream().anyMatch(row -> !row.title().isEmpty()) ? line + GAP / 2 : 0;
        double words = 2.2 * line;
        double cell = Math.max(8, Math.min((width - GAP) / columns() - GAP, rowHeight - heading - words - GAP));
        Lettering plain = new Lettering(style.font(), style.colours().foreground());
        Lettering muted = new Lettering(style.font(), style.colours().muted());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double top = i * rowHeight + GAP;
            Lettering bold = new Lettering(style.boldFont(1), style.colours().foreground());
            painter.text(
                    FigurePainter.fitting(row.title(), bold.font(), width - 2 * GAP),
                    GAP,
                    top + line / 2,
                    Anchor.LEFT,
                    bold);
            double largest = row.explanations().stream()
                    .mapToDouble(each -> each.map().largest())
                    .max()
                    .orElse(0);
            for (int column = 0; column < row.explanations().size(); column++) {
                Explanation each = row.explanations().get(column);
                double left = GAP + column * (cell + GAP);
                draw(g, covered(each, largest), left, top + heading, cell);
                double y = top + heading + cell + 0.7 * line;
                painter.text(
                        FigurePainter.fitting(each.resolution().title(), style.font(), cell),
                        left + cell / 2,
                        y,
                        Anchor.CENTRE,
                        muted);
                painter.text(
                        FigurePainter.first(
                                style.font(),
                                cell + GAP,
                                List.of(each.label() + " " + Numbers.wholePercent(each.probability()), each.label())),
                        left + cell / 2,
                        y + line,
                        Anchor.CENTRE,
                        plain);
            }
        }
        painter.text(legend(style.font(), width - 2 * GAP), GAP, height - foot / 2, Anchor.LEFT, muted);
    }

    private static String legend(Font font, double width) {
        String whole = Texts.of("report.explanation.legend");
        return FigurePainter.width(whole, font) <= width
                ? whole
                : FigurePainter.fitting(Texts.of("report.explanation.legend.short"), font, width);
    }

    private static void draw(Graphics2D g, RasterImage face, double left, double top, double side) {
        BufferedImage image = BufferedImages.of(face);
        Object before = g.getRenderingHint(RenderingHints.KEY_INTERPOLATION);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = side / Math.max(face.width(), face.height());
        int w = (int) Math.round(face.width() * scale);
        int h = (int) Math.round(face.height() * scale);
        g.drawImage(image, (int) Math.round(left + (side - w) / 2), (int) Math.round(top + (side - h) / 2), w, h, null);
        if (before != null) {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, before);
        }
    }

    /**
     * The face in grey with the map over it.
     *
     * @param largest the value with the strongest colour
     */
    public static RasterImage covered(Explanation explanation, double largest) {
        RasterImage image = explanation.image().toGrey();
        double scale = PIXELS / (double) Math.max(image.width(), image.height());
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        RasterImage grey = Resampling.resize(image, width, height, Kernel.BILINEAR);
        byte[] values = new byte[3 * width * height];
        AttributionMap map = explanation.map();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = largest > 0 ? map.at((x + 0.5) / width, (y + 0.5) / height) / largest : 0;
                double cover = COVER * Math.min(1, Math.abs(value));
                Color colour = value > 0 ? FOR : AGAINST;
                int level = grey.value(x, y, 0);
                int at = 3 * (y * width + x);
                values[at] = (byte) Math.round(level + cover * (colour.getRed() - level));
                values[at + 1] = (byte) Math.round(level + cover * (colour.getGreen() - level));
                values[at + 2] = (byte) Math.round(level + cover * (colour.getBlue() - level));
            }
        }
        return new RasterImage(width, height, 3, values);
    }

    @Override
    public String description() {
        return Texts.of("report.explanation.legend");
    }

    @Override
    public Optional<Table> table() {
        return Optional.empty();
    }

    @Override
    public Optional<Table> data() {
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows) {
            for (Explanation each : row.explanations()) {
                List<List<Double>> map = each.map().rows();
                for (int y = 0; y < map.size(); y++) {
                    for (int x = 0; x < map.get(y).size(); x++) {
                        cells.add(List.of(
                                row.title(),
                                each.resolution().id(),
                                each.label(),
                                String.format(Locale.ROOT, "%.6f", each.probability()),
                                Integer.toString(y),
                                Integer.toString(x),
                                String.format(Locale.ROOT, "%.6f", map.get(y).get(x))));
                    }
                }
            }
        }
        return Optional.of(
                new Table(List.of("network", "resolution", "class", "probability", "row", "column", "value"), cells));
    }
}
