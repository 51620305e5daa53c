package org.maferstudio.datasets.drawn;

/**
 * A point on a face, see {@link FaceCanvas}.
 *
 * @param u to the right, from the centre of the head, in units of half a head's height
 * @param v downwards, likewise
 */
record FacePoint(double u, double v) {
    static FacePoint at(double u, double v) {
        return new FacePoint(u, v);
    }
}
