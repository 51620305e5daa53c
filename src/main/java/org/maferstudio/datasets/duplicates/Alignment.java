package org.maferstudio.datasets.duplicates;

/** Decides whether two images show the same photograph, by moving a window of one until it fits a window of the other. */
final class Alignment {
    /** From which {@link Gradients#similarity} of 16 x 16 cells on two windows show the same photograph. */
    static final double MIN_SIMILARITY = 0.9;

    /** From which one on their central halves do, too: the edge between head and background must not decide alone. */
    static final double MIN_SIMILARITY_OF_MIDDLE = 0.92;

    /** The same in finer cells, which distinguish faces of one person. */
    static final double MIN_SIMILARITY_OF_FINE_MIDDLE = 0.85;

    private static final int CELLS = 16;
    private static final int FINE_CELLS_OF_MIDDLE = 12;

    /** Pairs that agree less at first, in 8 x 8 and in 16 x 16 cells, do not agree after moving the window either. */
    private static final double MIN_COARSE = 0.74;

    private static final double MIN_START = 0.45;

    /** Steps of moving, in shares of the side: 1.5, 0.75 and 0.375 of 48 pixels. */
    private static final double[] STEPS = {1 / 32.0, 1 / 64.0, 1 / 128.0};

    /** What must be reached after moving by each of these steps. */
    private static final double[] REACHED = {0.7, 0.83, MIN_SIMILARITY};

    private static final int MOVES = 6;
    private static final double[][] DIRECTIONS = {
        {1, 0, 0},
        {-1, 0, 0},
        {0, 1, 0},
        {0, -1, 0},
        {0, 0, 1},
        {0, 0, -1},
        {1, 1, 0},
        {-1, -1, 0},
        {1, -1, 0},
        {-1, 1, 0}
    };

    /** What the middle and the whole could reach at least by a small move, in coarse cells, of pairs worth aligning. */
    private static final double PROMISING_MIDDLE = 0.7;

    private static final double PROMISING = 0.86;
    private static final double SMALL_STEP = 1 / 48.0;

    private final IntegralImage one;
    private final ImageWindow window;
    private final IntegralImage other;
    private final ImageWindow start;

    /** Compares what a window of one image shows with what a window of the other, or one nearby, shows. */
    Alignment(IntegralImage one, ImageWindow window, IntegralImage other, ImageWindow start) {
        this.one = one;
        this.window = window;
        this.other = other;
        this.start = start;
    }

    /**
     * Whether moving the window may make it fit, as estimated from the first derivatives: of pairs of other faces, most
     * are not promising, of the same photograph, nearly all are.
     */
    boolean isPromising() {
        return reachable(window, start, Sketches.CELLS) >= PROMISING
                && reachable(window.middle(), start.middle(), CELLS * 3 / 8) >= PROMISING_MIDDLE;
    }

    /** The greatest similarity to what linear combinations of a window and its derivatives show (tangent distance). */
    private double reachable(ImageWindow fixed, ImageWindow at, int cells) {
        float[] wanted = Gradients.of(one, fixed, cells);
        float[] shown = Gradients.of(other, at, cells);
        float[][] basis = {
            shown,
            Gradients.of(other, at.moved(at.x() + at.size() + SMALL_STEP > 1 ? -SMALL_STEP : SMALL_STEP, 0, 0), cells),
            Gradients.of(other, at.moved(0, at.y() + at.size() + SMALL_STEP > 1 ? -SMALL_STEP : SMALL_STEP, 0), cells),
            Gradients.of(
                    other, at.moved(0, 0, at.size() + 2 * SMALL_STEP > 1 ? -2 * SMALL_STEP : 2 * SMALL_STEP), cells)
        };
        double squares = 0;
        for (int k = 0; k < basis.length; k++) {
            for (int earlier = 0; earlier < k; earlier++) {
                subtract(basis[k], basis[earlier], Gradients.similarity(basis[k], basis[earlier]));
            }
            double length = Math.sqrt(Gradients.similarity(basis[k], basis[k]));
            if (length > 1e-4) {
                subtract(basis[k], basis[k], 1 - 1 / length);
                double part = Gradients.similarity(wanted, basis[k]);
                squares += part * part;
            }
        }
        return Math.sqrt(squares);
    }

    private static void subtract(float[] values, float[] other, double factor) {
        float scale = (float) factor;
        for (int i = 0; i < values.length; i++) {
            values[i] -= scale * other[i];
        }
    }

    /** Whether both show the same photograph. */
    boolean isSame() {
        if (Gradients.similarity(Gradients.of(one, window, Sketches.CELLS), Gradients.of(other, start, Sketches.CELLS))
                < MIN_COARSE) {
            return false;
        }
        float[] wanted = Gradients.of(one, window, CELLS);
        ImageWindow at = start;
        double best = Gradients.similarity(wanted, Gradients.of(other, at, CELLS));
        if (best < MIN_START) {
            return false;
        }
        for (int round = 0; round < STEPS.length && best < MIN_SIMILARITY; round++) {
            double step = STEPS[round];
            for (int move = 0; move < MOVES && best < MIN_SIMILARITY; move++) {
                ImageWindow better = at;
                for (double[] direction : DIRECTIONS) {
                    ImageWindow tried = at.moved(direction[0] * step, direction[1] * step, direction[2] * 2 * step);
                    double similarity = Gradients.similarity(wanted, Gradients.of(other, tried, CELLS));
                    if (similarity > best) {
                        best = similarity;
                        better = tried;
                    }
                }
                if (better.equals(at)) {
                    break;
                }
                at = better;
            }
            if (best < REACHED[round]) {
                return false;
            }
        }
        return middle(one, window, other, at, CELLS / 2) >= MIN_SIMILARITY_OF_MIDDLE
                && middle(one, window, other, at, FINE_CELLS_OF_MIDDLE) >= MIN_SIMILARITY_OF_FINE_MIDDLE;
    }

    /** Whether two images are all but equal as they are, so that what resembles one resembles the other. */
    static boolean allButEqual(IntegralImage one, IntegralImage other) {
        return similarity(one, ImageWindow.WHOLE, other, ImageWindow.WHOLE) >= 0.97
                && middle(one, ImageWindow.WHOLE, other, ImageWindow.WHOLE, CELLS / 2) >= 0.95;
    }

    private static double middle(
            IntegralImage one, ImageWindow window, IntegralImage other, ImageWindow otherWindow, int cells) {
        return Gradients.similarity(
                Gradients.of(one, window.middle(), cells), Gradients.of(other, otherWindow.middle(), cells));
    }

    private static double similarity(
            IntegralImage one, ImageWindow window, IntegralImage other, ImageWindow otherWindow) {
        return Gradients.similarity(Gradients.of(one, window, CELLS), Gradients.of(other, otherWindow, CELLS));
    }
}
