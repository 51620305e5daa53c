package org.maferstudio.datasets.duplicates;

/**
 * A small image, independent of brightness and contrast: the differences between each of {@code n x n}
 * cells and its right and lower neighbour, as a vector of length 1. Differences, because all faces share their broad light
 * and shade.
 */
final class Gradients {
    private Gradients() {}

    /**
     * The gradients of a window.
     *
     * @return {@code (2, n - 1, n - 1)}; all 0 where nothing is to be seen
     */
    static float[] of(IntegralImage image, ImageWindow window, int cells) {
        float[] means = image.means(window, cells);
        int side = cells - 1;
        float[] gradients = new float[2 * side * side];
        double squares = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int cell = row * cells + column;
                int at = row * side + column;
                float right = means[cell + 1] - means[cell];
                float down = means[cell + cells] - means[cell];
                gradients[at] = right;
                gradients[side * side + at] = down;
                squares += right * right + down * down;
            }
        }
        if (squares > 1e-6) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= scale;
            }
        }
        return gradients;
    }

    /** The cosine between two, -1 to 1; 0 where one is empty. */
    static double similarity(float[] one, float[] other) {
        float product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
