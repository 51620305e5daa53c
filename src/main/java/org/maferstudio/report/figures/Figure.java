package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;

/**
 * Numbers as a picture, painted once: the same painter serves the screen, PNG and SVG.
 *
 * <p>A figure is a value: it holds its numbers, and painting it twice gives the same picture.
 */
public interface Figure {
    /**
     * Paints the whole rectangle from (0, 0) on, background included; sizes are in points, which are pixels on a screen
     * that is not scaled.
     *
     * @param width positive
     * @param height positive
     */
    void paint(Graphics2D g, double width, double height, FigureStyle look);

    /** The size that suits it in a file. */
    default Size size() {
        return new Size(480, 320);
    }

    /** What it shows, in a sentence for those who cannot see it; empty if nothing can be said. */
    default String description() {
        return "";
    }

    /** The places in it that stand for samples, when it is painted so large; empty if there are none. */
    default List<FigureRegion> spots(Size painted, FigureStyle look) {
        return List.of();
    }

    /** Its numbers; empty if they are too many to be read. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /** Its numbers as data to compute with; empty if they are too many to be read. */
    default Optional<Table> data() {
        return table();
    }

    /**
     * How large.
     *
     * @param width in points of 1/72 inch, positive
     * @param height likewise
     */
    record Size(double width, double height) {
        public Size {
            if (!(width > 0) || !(height > 0) || width > 10_000 || height > 10_000) {
                throw new IllegalArgumentException(
                        "a size is above 0 and at most 10,000 points, got " + width + " x " + height);
            }
        }
    }
}
