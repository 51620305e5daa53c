package org.maferstudio.report.painting;

import java.awt.Color;
import java.util.List;
import java.util.Optional;

/**
 * The colours of a style.
 *
 * @param background of the figure
 * @param foreground text and main lines
 * @param muted secondary text and axes
 * @param faint grid lines and borders
 * @param scale from 0 to the maximum; 0 differs slightly from the background, so that empty cells are visible
 * @param series up to four networks
 * @param classes one colour for all classes; empty if each expression has its own
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

    /** Returns a copy with other colours and the same background and text. */
    FigureColours with(ColourScale otherScale, List<Color> otherSeries, Optional<Color> otherClasses) {
        return new FigureColours(background, foreground, muted, faint, otherScale, otherSeries, otherClasses);
    }

    /** Whether text is light on a dark background. */
    boolean isDark() {
        return ColourScale.luminance(foreground) > ColourScale.luminance(background);
    }
}
