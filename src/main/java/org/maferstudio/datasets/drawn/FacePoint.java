package org.maferstudio.datasets.drawn;

/**
 * A place on a face, see {@link FaceCanvas}.
 *
 * @param u to the right of the image, from the middle of the head, in units of half a head's height
 * @param v downwards, the same way
 */
record FacePoint(double u, double v) {
    static FacePoint at(double u, double v) {
        return new FacePoint(u, v);
    }
}
