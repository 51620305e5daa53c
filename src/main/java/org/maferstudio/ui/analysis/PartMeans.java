package org.maferstudio.ui.analysis;

/**
 * A network's readings of one face over a part of a film, weighted by how long each frame stands.
 *
 * @param probabilities the mean probability of each class over the time the face is seen, 0 to 1; NaN if it is never seen
 * @param shares the share of that time in which each class is predicted, adding up to 1
 * @param unsure the share of that time in which the predicted class is unsure
 * @param seen the share of the part in which the face is seen
 * @param values the mean of each value that is no class over the time the face is seen; NaN if it is never seen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartMeans(double[] probabilities, double[] shares, double unsure, double seen, double[] values) {
    /** The class that is predicted for the longest; the first of several. */
    int longest() {
        int longest = 0;
        for (int label = 1; label < shares.length; label++) {
            if (shares[label] > shares[longest]) {
                longest = label;
            }
        }
        return longest;
    }
}
