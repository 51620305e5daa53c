package org.maferstudio.augmentation;

/**
 * Source coordinates of the pixels, row by row: given at the nodes of a field and interpolated linearly, in 256ths of a
 * pixel.
 *
 * <p>Integers, because converting two numbers per pixel would take as long as everything else here.
 */
final class SourceCoordinates {
    /** Fractional bits of coordinates and of positions between rows. */
    static final int BITS = 8;

    /** A pixel. */
    static final int ONE = 1 << BITS;

    /** Beyond the border of any image, and small enough that products do not overflow. */
    private static final float FAR = (1 << 13) * (float) ONE;

    private final int columns;
    private final float[] nodesX;
    private final float[] nodesY;
    /** For each pixel of a row or column: the preceding node, and the position between it and the next. */
    private final int[] nodes;

    private final float[] parts;
    /** The coordinates of pixels in the rows of nodes above and below. */
    private int[] upperX;

    private int[] upperY;
    private int[] lowerX;
    private int[] lowerY;
    private int lowerRow = -1;

    private final int[] xs;
    private final int[] ys;

    /**
     * Creates the coordinates of a square image.
     *
     * @param side in pixels
     * @param field displacements of the pixels
     * @param place source coordinates without displacement
     * @param direction rotation of the displacements; its translation is ignored
     */
    SourceCoordinates(int side, DisplacementField field, Affine place, Affine direction) {
        this.columns = field.columns();
        this.nodes = new int[side];
        this.parts = new float[side];
        for (int i = 0; i < side; i++) {
            double at = i / field.spacing();
            nodes[i] = Math.min(columns - 2, (int) at);
            parts[i] = (float) (at - nodes[i]);
        }
        int used = nodes[side - 1] + 2;
        this.nodesX = new float[used * columns];
        this.nodesY = new float[used * columns];
        this.upperX = new int[side];
        this.upperY = new int[side];
        this.lowerX = new int[side];
        this.lowerY = new int[side];
        this.xs = new int[side];
        this.ys = new int[side];
        for (int row = 0; row < used; row++) {
            fill(row, used, field, place, direction);
        }
    }

    private void fill(int row, int used, DisplacementField field, Affine place, Affine direction) {
        float xx = (float) direction.xx() * ONE;
        float xy = (float) direction.xy() * ONE;
        float yx = (float) direction.yx() * ONE;
        float yy = (float) direction.yy() * ONE;
        double y = row * field.spacing();
        for (int column = 0; column < used; column++) {
            double x = column * field.spacing();
            int node = row * columns + column;
            float right = field.xs()[node];
            float down = field.ys()[node];
            nodesX[node] = near((float) (place.x(x, y) * ONE) + xx * right + xy * down);
            nodesY[node] = near((float) (place.y(x, y) * ONE) + yx * right + yy * down);
        }
    }

    private static float near(float place) {
        return place < -FAR ? -FAR : place > FAR ? FAR : place;
    }

    /** Moves to a row of pixels; moving forwards is fastest. */
    void to(int y) {
        int lower = nodes[y] + 1;
        if (lower != lowerRow) {
            int[] spareX = upperX;
            int[] spareY = upperY;
            upperX = lowerX;
            upperY = lowerY;
            lowerX = spareX;
            lowerY = spareY;
            if (lower != lowerRow + 1) {
                along(nodesX, lower - 1, upperX);
                along(nodesY, lower - 1, upperY);
            }
            along(nodesX, lower, lowerX);
            along(nodesY, lower, lowerY);
            lowerRow = lower;
        }
        int part = Math.round(parts[y] * ONE);
        between(upperX, lowerX, part, xs);
        between(upperY, lowerY, part, ys);
    }

    /** The x coordinates of the current row; overwritten by the next call of {@link #to}. */
    int[] xs() {
        return xs;
    }

    /** The y coordinates of the current row; overwritten by the next call of {@link #to}. */
    int[] ys() {
        return ys;
    }

    private void along(float[] from, int row, int[] line) {
        int start = row * columns;
        for (int i = 0; i < line.length; i++) {
            float left = from[start + nodes[i]];
            // Rounds correctly for values of at least 0, which are the only ones that matter.
            line[i] = (int) (left + parts[i] * (from[start + nodes[i] + 1] - left) + 0.5f);
        }
    }

    private static void between(int[] upper, int[] lower, int part, int[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] = upper[i] + (((lower[i] - upper[i]) * part + ONE / 2) >> BITS);
        }
    }
}
