package org.maferstudio.augmentation;

/**
 * Where the pixels of one row after another come from: known at the nodes of a field, linear between them, in 256ths of a
 * pixel.
 *
 * <p>Whole numbers, since turning two numbers a pixel into such would take as long as all else here.
 */
final class SourceCoordinates {
    /** Bits after the point, of places and of the way between rows. */
    static final int BITS = 8;

    /** A pixel. */
    static final int ONE = 1 << BITS;

    /** Further than any picture reaches, and no further than products can hold. */
    private static final float FAR = (1 << 13) * (float) ONE;

    private final int columns;
    private final float[] nodesX;
    private final float[] nodesY;
    /** For each pixel of a row or column: the node before it, and how far it is on the way to the next. */
    private final int[] nodes;

    private final float[] parts;
    /** The places of pixels in the rows of nodes above and below. */
    private int[] upperX;

    private int[] upperY;
    private int[] lowerX;
    private int[] lowerY;
    private int lowerRow = -1;

    private final int[] xs;
    private final int[] ys;

    /**
     * For a square.
     *
     * @param side in pixels
     * @param field how far pixels are displaced
     * @param place where they come from if they are not
     * @param direction how displacements turn; its shift does not matter
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

    /** Goes to a row of pixels; forwards, or it takes longer. */
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

    /** Along x, of the row that {@link #to} went to last; changes with the next. */
    int[] xs() {
        return xs;
    }

    /** Along y, of the row that {@link #to} went to last; changes with the next. */
    int[] ys() {
        return ys;
    }

    private void along(float[] from, int row, int[] line) {
        int start = row * columns;
        for (int i = 0; i < line.length; i++) {
            float left = from[start + nodes[i]];
            // Rounds where it matters, which is not below 0.
            line[i] = (int) (left + parts[i] * (from[start + nodes[i] + 1] - left) + 0.5f);
        }
    }

    private static void between(int[] upper, int[] lower, int part, int[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] = upper[i] + (((lower[i] - upper[i]) * part + ONE / 2) >> BITS);
        }
    }
}
