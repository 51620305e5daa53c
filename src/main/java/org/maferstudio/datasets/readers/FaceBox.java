package org.maferstudio.datasets.readers;

import java.util.Optional;
import org.maferstudio.datasets.annotations.Crop;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.image.RasterImage;

/**
 * The position of a face in an image, as in AffectNet's tables.
 *
 * @param x of its left edge, in pixels
 * @param y of its upper edge, in pixels
 * @param width at least 1 pixel
 * @param height at least 1 pixel
 */
record FaceBox(int x, int y, int width, int height) implements Crop {
    /** The box of a row; empty if it names none. */
    static Optional<FaceBox> of(CsvRows row) {
        int[] values = new int[4];
        String[] columns = {"face_x", "face_y", "face_width", "face_height"};
        for (int i = 0; i < columns.length; i++) {
            String text = row.field(columns[i]);
            if (!text.matches("\\d{1,6}")) {
                return Optional.empty();
            }
            values[i] = Integer.parseInt(text);
        }
        return values[2] > 0 && values[3] > 0
                ? Optional.of(new FaceBox(values[0], values[1], values[2], values[3]))
                : Optional.empty();
    }

    /** The face; the whole image if the box is not inside it. */
    @Override
    public RasterImage of(RasterImage image) {
        boolean inside = x + width <= image.width() && y + height <= image.height();
        return inside ? image.crop(x, y, width, height) : image;
    }

    @Override
    public Optional<String> id() {
        return Optional.of(toString());
    }
}
