package org.maferstudio.report.figures;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.tables.Table;

/**
 * Numbers as an image, painted once: the same painter serves the screen, PNG and SVG.
 *
 * <p>A figure is a value: it holds its numbers, and painting it twice gives the same image.
 */
public interface Figure {
    /**
     * Paints the whole rectangle from (0, 0) on, background included; sizes are in points, which are pixels on a screen
     * that is not scaled.
     *
     * @param width positive
     * @param height positive
     */
    void paint(Graphics2D g, double width, double height, FigureStyle style);

    /** The preferred size in a file. */
    default Size size() {
        return new Size(480, 320);
    }

    /** A description for screen readers; empty if there is none. */
    default String description() {
        return "";
    }

    /** The regions that represent samples, for a painted size; empty if there are none. */
    default List<FigureRegion> spots(Size painted, FigureStyle style) {
        return List.of();
    }

    /** Its values for display; empty if there are too many. */
    default Optional<Table> table() {
        return Optional.empty();
    }

    /** Its values as data for export; empty if there are too many. */
    default Optional<Table> data() {
        return table();
    }

    /**
     * A size.
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
