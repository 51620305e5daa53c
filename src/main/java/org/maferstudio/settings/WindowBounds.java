package org.maferstudio.settings;

/**
 * Position and size of a window, in px.
 *
 * @param x its left edge
 * @param y its top edge
 * @param width of the window; 0 or less for the default size, centred on the screen
 * @param height of the window
 * @param maximised whether it fills the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximised) {
    /** The default size, centred on the screen. */
    public static final WindowBounds DEFAULT = new WindowBounds(0, 0, 0, 0, false);

    /** Whether the position is set. */
    public boolean isSet() {
        return width > 0 && height > 0 && Double.isFinite(x) && Double.isFinite(y);
    }
}
