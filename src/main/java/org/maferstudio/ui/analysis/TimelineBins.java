package org.maferstudio.ui.analysis;

import java.util.Optional;
import org.maferstudio.analysis.AnalysedFace;

/**
 * A network's readings of one face in columns of equal time, as a timeline draws them.
 *
 * @param probabilities the mean of each class in each column, 0 to 1; null where the face is not seen
 * @param predicted the class predicted for the longest in each column; {@link #UNSURE} or {@link #NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimelineBins(float[][] probabilities, int[] predicted) {
    /** The network is unsure. */
    static final int UNSURE = -1;
    /** The face is not seen. */
    static final int NONE = -2;

    /**
     * Bins a span of time.
     *
     * @param span in seconds
     */
    static TimelineBins of(FilmReadings readings, int face, int network, TimeSpan span, int columns) {
        float[][] probabilities = new float[columns][];
        int[] predicted = new int[columns];
        int classes = readings.networks().get(network).labels().size();
        double wide = span.length() / columns;
        for (int column = 0; column < columns; column++) {
            double from = span.from() + column * wide;
            Column sums = new Column(classes);
            // The frame that stands when the column begins, and those that begin in it.
            for (int i = readings.size() == 0 ? 1 : readings.indexAt(from);
                    i < readings.size() && readings.seconds(i) < from + wide;
                    i++) {
                double begins = readings.seconds(i);
                double stands = Math.min(from + wide, begins + readings.duration(i)) - Math.max(from, begins);
                if (stands > 0) {
                    sums.add(readings.prediction(i, face, network), stands);
                }
            }
            probabilities[column] = sums.mean();
            predicted[column] = sums.predicted();
        }
        return new TimelineBins(probabilities, predicted);
    }

    /** The sums of one column. */
    private static final class Column {
        private final double[] probabilities;
        private final double[] shares;
        private double unsure;
        private double seen;
        private double missed;

        Column(int classes) {
            probabilities = new double[classes];
            shares = new double[classes];
        }

        void add(Optional<AnalysedFace.Expressions> read, double weight) {
            if (read.isEmpty()) {
                missed += weight;
                return;
            }
            seen += weight;
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] += weight * read.get().probabilities().get(label);
            }
            if (read.get().unsure()) {
                unsure += weight;
            } else {
                shares[read.get().predicted()] += weight;
            }
        }

        private boolean isSeen() {
            return seen > 0 && seen >= missed;
        }

        float[] mean() {
            if (!isSeen()) {
                return null;
            }
            float[] mean = new float[probabilities.length];
            for (int label = 0; label < mean.length; label++) {
                mean[label] = (float) (probabilities[label] / seen);
            }
            return mean;
        }

        int predicted() {
            if (!isSeen()) {
                return NONE;
            }
            int longest = UNSURE;
            double most = unsure;
            for (int label = 0; label < shares.length; label++) {
                if (shares[label] > most) {
                    most = shares[label];
                    longest = label;
                }
            }
            return longest;
        }
    }
}
