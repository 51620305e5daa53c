package org.maferstudio.report;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a look.
 *
 * @param background behind everything
 * @param foreground text and main lines
 * @param muted secondary text and axes
 * @param faint grid lines and borders
 * @param scale from nothing to all; nothing is a shade off the background, so that an empty cell keeps its place
 * @param series networks side by side, four
 */
public record Tones(
        Color background, Color foreground, Color muted, Color faint, ColourScale scale, List<Color> series) {
    public Tones {
        series = List.copyOf(series);
        if (series.size() != 4) {
            throw new IllegalArgumentException("four networks stand side by side, got " + series.size() + " colours");
        }
    }
}
