package org.maferstudio.ui.analysis;

import java.util.Optional;
import org.maferstudio.analysis.AnalysedFace;

/**
 * A network's readings of one face over a part of a film, weighted by how long each frame stands.
 *
 * @param probabilities the mean probability of each class over the time the face is seen, 0 to 1; NaN if it is never seen
 * @param shares the share of that time in which each class is predicted, adding up to 1
 * @param unsure the share of that time in which the predicted class is unsure
 * @param seen the share of the part in which the face is seen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PartMeans(double[] probabilities, double[] shares, double unsure, double seen) {
    /** Computes them. */
    static PartMeans of(FilmReadings readings, int face, int network, FrameRange part) {
        int classes = readings.networks().get(network).labels().size();
        double[] probabilities = new double[classes];
        double[] shares = new double[classes];
        double unsure = 0;
        double seen = 0;
        double whole = 0;
        for (int i = part.from(); i <= part.to(); i++) {
            double weight = readings.duration(i);
            whole += weight;
            Optional<AnalysedFace.Expressions> read = readings.prediction(i, face, network);
            if (read.isEmpty()) {
                continue;
            }
            seen += weight;
            for (int label = 0; label < classes; label++) {
                probabilities[label] += weight * read.get().probabilities().get(label);
            }
            shares[read.get().predicted()] += weight;
            unsure += read.get().unsure() ? weight : 0;
        }
        for (int label = 0; label < classes; label++) {
            probabilities[label] /= seen;
            shares[label] /= seen;
        }
        return new PartMeans(probabilities, shares, unsure / seen, seen / whole);
    }
}
