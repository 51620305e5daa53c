package org.maferstudio.report.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws text and shapes on a Graphics2D, antialiased and with fractional coordinates. */
public final class FigurePainter {
    /** Measures text the same way for screen and files, without a screen. */
    private static final FontRenderContext MEASURE = new FontRenderContext(new AffineTransform(), true, true);

    private static final Stroke DOTS =
            new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.5f, 3.5f}, 0);

    /** Horizontal alignment of text relative to its position. */
    public enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final Graphics2D g;

    public FigurePainter(Graphics2D g) {
        this.g = g;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** The width of a text, in points. */
    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Fills the background. */
    public void background(double width, double height, Color colour) {
        fill(new Rectangle2D.Double(0, 0, width, height), colour);
    }

    public void fill(Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    public void draw(Shape shape, Color colour, double thickness) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    public void line(double x1, double y1, double x2, double y2, Color colour) {
        draw(new Line2D.Double(x1, y1, x2, y2), colour, 1);
    }

    public void line(double x1, double y1, double x2, double y2, Color colour, Stroke stroke) {
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    public void dotted(double x1, double y1, double x2, double y2, Color colour) {
        line(x1, y1, x2, y2, colour, DOTS);
    }

    /** Hatches a rectangle. */
    public void hatch(Rectangle2D area, Color colour) {
        double gap = 6;
        double height = area.getHeight();
        for (double d = gap - height; d < area.getWidth(); d += gap) {
            // A line at 45 degrees that starts at the bottom, d to the right of the left edge, clipped to the
            // rectangle.
            double from = Math.max(0, -d);
            double to = Math.min(height, area.getWidth() - d);
            if (to > from) {
                line(
                        area.getMinX() + d + from,
                        area.getMaxY() - from,
                        area.getMinX() + d + to,
                        area.getMaxY() - to,
                        colour);
            }
        }
    }

    /** Draws text, vertically centred at {@code y}. */
    public void text(String text, double x, double y, Anchor anchor, Lettering lettering) {
        if (text.isEmpty()) {
            return;
        }
        Font font = lettering.font();
        double width = width(text, font);
        double left =
                switch (anchor) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        g.setFont(font);
        g.setColor(lettering.colour());
        g.drawString(text, (float) left, (float) (y + capitalHeight(font) / 2));
    }

    /** Draws text from bottom to top, centred at (x, y). */
    public void upwards(String text, double x, double y, Lettering lettering) {
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Anchor.CENTRE, lettering);
        g.setTransform(before);
    }

    /** Shortens text with an ellipsis until it fits. */
    public static String fitting(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        for (int length = text.length() - 1; length > 0; length--) {
            String shorter = text.substring(0, length).stripTrailing() + "\u2026";
            if (width(shorter, font) <= width) {
                return shorter;
            }
        }
        return "";
    }

    /** Returns the first of several alternatives, longest first, that fits; empty if none does. */
    public static String first(Font font, double width, List<String> ways) {
        for (String way : ways) {
            if (width(way, font) <= width) {
                return way;
            }
        }
        return "";
    }

    /** Breaks text into lines; a single word may be wider. */
    public static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** The height of capitals, about 0.72 of the font size; line metrics would place text too low. */
    private static double capitalHeight(Font font) {
        LineMetrics metrics = font.getLineMetrics("H", MEASURE);
        return Math.min(0.72 * font.getSize2D(), metrics.getAscent());
    }

    /** Font and colour of a text. */
    public record Lettering(Font font, Color colour) {}
}
