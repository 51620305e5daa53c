package org.maferstudio.ui.analysis;

import java.util.Optional;
import org.maferstudio.analysis.AnalysedFace;

/**
 * A network's readings of one face, summed from the beginning of the film, weighted by how long each frame stands: the
 * means of any part are the differences of two sums, also in a film of hours.
 */
final class FaceSums {
    private final FilmReadings readings;
    /** By class, then by frame: the sum over the frames before it, in seconds. */
    private final double[][] probabilities;

    private final double[][] predicted;
    /** By value, then likewise. */
    private final double[][] values;

    private final double[] unsure;
    private final double[] seen;

    FaceSums(FilmReadings readings, int face, int network) {
        this.readings = readings;
        int frames = readings.size();
        int classes = readings.networks().get(network).labels().size();
        probabilities = new double[classes][frames + 1];
        predicted = new double[classes][frames + 1];
        int others = readings.networks().get(network).values().size();
        values = new double[others][frames + 1];
        unsure = new double[frames + 1];
        seen = new double[frames + 1];
        for (int i = 0; i < frames; i++) {
            Optional<AnalysedFace> there = readings.face(i, face);
            double weight = there.isPresent() ? readings.duration(i) : 0;
            AnalysedFace.Expressions read =
                    there.map(one -> one.expressions().get(network)).orElse(null);
            seen[i + 1] = seen[i] + weight;
            unsure[i + 1] = unsure[i] + (read != null && read.unsure() ? weight : 0);
            int best = read == null ? -1 : read.predicted();
            for (int label = 0; label < classes; label++) {
                double probability = read == null ? 0 : read.probabilities().get(label);
                probabilities[label][i + 1] = probabilities[label][i] + weight * probability;
                predicted[label][i + 1] = predicted[label][i] + (label == best ? weight : 0);
            }
            for (int value = 0; value < others; value++) {
                values[value][i + 1] = values[value][i]
                        + (read == null ? 0 : weight * read.values().get(value));
            }
        }
    }

    /**
     * The means over a part of the time.
     *
     * @param from in seconds
     * @param to in seconds, after {@code from}
     */
    PartMeans between(double from, double to) {
        double[] means = new double[probabilities.length];
        double[] shares = new double[probabilities.length];
        double visible = at(seen, to) - at(seen, from);
        for (int label = 0; label < means.length; label++) {
            means[label] = (at(probabilities[label], to) - at(probabilities[label], from)) / visible;
            shares[label] = (at(predicted[label], to) - at(predicted[label], from)) / visible;
        }
        double[] others = new double[values.length];
        for (int value = 0; value < others.length; value++) {
            others[value] = (at(values[value], to) - at(values[value], from)) / visible;
        }
        return new PartMeans(
                means, shares, (at(unsure, to) - at(unsure, from)) / visible, visible / (to - from), others);
    }

    /** A sum up to a time: a frame that has not yet stood for its whole duration counts in part. */
    private double at(double[] sums, double seconds) {
        if (readings.size() == 0 || seconds <= readings.begin()) {
            return 0;
        }
        int frame = readings.indexAt(seconds);
        double duration = readings.duration(frame);
        double share = duration <= 0 ? 1 : Math.min(1, (seconds - readings.seconds(frame)) / duration);
        return sums[frame] + share * (sums[frame + 1] - sums[frame]);
    }
}
