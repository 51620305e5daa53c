package org.maferstudio.video;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How the frames of a film are turned and mirrored for display, by the display matrix of its container, as phones that
 * were held upright write it.
 */
enum FilmOrientation {
    NORMAL(0, Flip.NONE),
    MIRRORED(0, Flip.HORIZONTAL),
    ROTATED_180(180, Flip.BOTH),
    MIRRORED_VERTICALLY(0, Flip.VERTICAL),
    TRANSPOSED(90, Flip.NONE),
    ROTATED_90_CLOCKWISE(90, Flip.HORIZONTAL),
    TRANSVERSED(90, Flip.BOTH),
    ROTATED_90_COUNTERCLOCKWISE(270, Flip.VERTICAL);

    /** OpenCV's codes. */
    private enum Flip {
        NONE(0),
        VERTICAL(0),
        HORIZONTAL(1),
        BOTH(-1);

        private final int code;

        Flip(int code) {
            this.code = code;
        }
    }

    private final int degrees;
    private final Flip flip;

    FilmOrientation(int degrees, Flip flip) {
        this.degrees = degrees;
        this.flip = flip;
    }

    /**
     * The orientation of a display matrix, to the nearest quarter turn, as FFmpeg's program turns films.
     *
     * @param matrix {@code (3, 3)} by rows; a point {@code (x, y, 1)} is multiplied from the left
     */
    static FilmOrientation of(int[] matrix) {
        boolean right = matrix[0] >= 0;
        boolean down = matrix[4] >= 0;
        if (Math.abs((long) matrix[0]) >= Math.abs((long) matrix[1])) {
            return right ? (down ? NORMAL : MIRRORED_VERTICALLY) : (down ? MIRRORED : ROTATED_180);
        }
        boolean mirrored = (matrix[1] > 0) == (matrix[3] > 0);
        if (matrix[1] > 0) {
            return mirrored ? TRANSPOSED : ROTATED_90_CLOCKWISE;
        }
        return mirrored ? TRANSVERSED : ROTATED_90_COUNTERCLOCKWISE;
    }

    /** In degrees clockwise, before any mirroring. */
    int degrees() {
        return degrees;
    }

    /** Whether width and height change places. */
    boolean swapsSides() {
        return degrees == 90 || degrees == 270;
    }

    /** Turns and mirrors pixels into another matrix. */
    void apply(Mat from, Mat to) {
        if (swapsSides()) {
            opencv_core.transpose(from, to);
            if (flip != Flip.NONE) {
                opencv_core.flip(to, to, flip.code);
            }
        } else {
            opencv_core.flip(from, to, flip.code);
        }
    }
}
