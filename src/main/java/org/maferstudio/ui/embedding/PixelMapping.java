package org.maferstudio.ui.embedding;

/**
 * From the plane to the pixels of an image of a viewport: from the left, {@code x * zoom + shiftX}; from the top,
 * {@code shiftY - y * zoom}.
 *
 * @param scale pixels per px of the window
 */
record PixelMapping(double zoom, double shiftX, double shiftY, double scale) {
    /** The mapping of a viewport in a place of this size. */
    static PixelMapping of(Viewport plane, double width, double height, double scale) {
        double zoom = plane.zoom() * scale;
        return new PixelMapping(
                zoom, scale * width / 2 - plane.x() * zoom, scale * height / 2 + plane.y() * zoom, scale);
    }

    double px(float x) {
        return x * zoom + shiftX;
    }

    double py(float y) {
        return shiftY - y * zoom;
    }
}
