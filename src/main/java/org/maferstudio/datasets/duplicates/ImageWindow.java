package org.maferstudio.datasets.duplicates;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an image, in shares of its width and height.
 *
 * @param x the left edge, 0 to 1
 * @param y the upper edge, 0 to 1
 * @param size the share of width and of height, above 0; the window is within the image
 */
record ImageWindow(double x, double y, double size) {
    /** The whole image. */
    static final ImageWindow WHOLE = new ImageWindow(0, 0, 1);

    /** The shift between neighbouring windows, 3 of 48 pixels. */
    private static final double STEP = 1 / 16.0;

    /**
     * The windows that are compared: first the whole image, then nine that leave out an eighth of each side, row by row.
     * The middle one has place {@link #CENTRE}.
     */
    static final List<ImageWindow> ALL = all();

    /** The place of the central crop in {@link #ALL}. */
    static final int CENTRE = 5;

    private static List<ImageWindow> all() {
        List<ImageWindow> windows = new ArrayList<>(List.of(WHOLE));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                windows.add(new ImageWindow(column * STEP, row * STEP, 1 - 2 * STEP));
            }
        }
        return List.copyOf(windows);
    }

    /** The central part of half the width and half the height, where the face is. */
    ImageWindow middle() {
        return new ImageWindow(x + size / 4, y + size / 4, size / 2);
    }

    /** The window moved and resized about its centre, kept within the image. */
    ImageWindow moved(double right, double down, double growth) {
        double grown = Math.min(1, size + growth);
        return new ImageWindow(within(x + right - growth / 2, grown), within(y + down - growth / 2, grown), grown);
    }

    private static double within(double start, double size) {
        return Math.max(0, Math.min(1 - size, start));
    }
}
