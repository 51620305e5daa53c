package org.maferstudio.ui.analysis;

/**
 * A network's readings of one face in columns of equal time, as a timeline draws them.
 *
 * @param probabilities the mean of each class in each column, 0 to 1; null where the face is mostly not seen
 * @param predicted the class predicted for the longest in each column; {@link #UNSURE} or {@link #NONE}
 * @param values the mean of each value that is no class in each column; null where the face is mostly not seen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimelineBins(double[][] probabilities, int[] predicted, double[][] values) {
    /** The network is unsure for at least half of the time. */
    static final int UNSURE = -1;
    /** The face is not seen for more than half of the time. */
    static final int NONE = -2;

    private static final double HALF = 0.5 - 1e-9;

    /** Bins a span of time. */
    static TimelineBins of(FaceSums sums, TimeSpan span, int columns) {
        double[][] probabilities = new double[columns][];
        int[] predicted = new int[columns];
        double[][] values = new double[columns][];
        for (int column = 0; column < columns; column++) {
            PartMeans means =
                    sums.between(span.timeAt(column / (double) columns), span.timeAt((column + 1) / (double) columns));
            boolean seen = means.seen() >= HALF;
            probabilities[column] = seen ? means.probabilities() : null;
            values[column] = seen ? means.values() : null;
            predicted[column] = !seen ? NONE : means.unsure() >= HALF ? UNSURE : means.longest();
        }
        return new TimelineBins(probabilities, predicted, values);
    }
}
