package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * The colours of a look.
 *
 * @param background behind everything
 * @param foreground text and main lines
 * @param muted secondary text and axes
 * @param faint grid lines and borders
 * @param scale from nothing to all; nothing is a shade off the background, so that an empty cell keeps its place
 * @param series networks side by side, four
 * @param classes the one colour of all classes; empty where each expression has its own
 */
public record FigureColours(
        Color background,
        Color foreground,
        Color muted,
        Color faint,
        ColourScale scale,
        List<Color> series,
        Optional<Color> classes) {
    public FigureColours {
        series = List.copyOf(series);
        if (series.size() != 4) {
            throw new IllegalArgumentException("four networks stand side by side, got " + series.size() + " colours");
        }
    }

    /** The same ground and letters with other colours. */
    FigureColours with(ColourScale otherScale, List<Color> otherSeries, Optional<Color> otherClasses) {
        return new FigureColours(background, foreground, muted, faint, otherScale, otherSeries, otherClasses);
    }

    /** Whether letters are light on dark. */
    boolean isDark() {
        return ColourScale.luminance(foreground) > ColourScale.luminance(background);
    }
}
