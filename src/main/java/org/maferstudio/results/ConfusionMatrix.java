package org.maferstudio.results;

import java.util.Arrays;
import org.maferstudio.expression.LabelSet;

/** A confusion matrix of counts: rows are true classes, columns predicted classes. */
public final class ConfusionMatrix {
    private final LabelSet labels;
    private final long[][] counts;

    private ConfusionMatrix(LabelSet labels, long[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /**
     * Counts predictions.
     *
     * @throws IllegalArgumentException if they are of {@link LabelSet#isMany many} classes: the matrix of 8,631 persons
     *     would take 600 MB and be unreadable
     */
    public static ConfusionMatrix of(Predictions predictions) {
        int classes = predictions.labels().size();
        if (predictions.labels().isMany()) {
            throw new IllegalArgumentException(
                    "a matrix has at most " + LabelSet.MOST_READABLE + " classes, got " + classes);
        }
        long[][] counts = new long[classes][classes];
        for (Prediction row : predictions.rows()) {
            counts[row.label()][row.predicted()]++;
        }
        return new ConfusionMatrix(predictions.labels(), counts);
    }

    /**
     * Creates a matrix from counts.
     *
     * @param counts rows are true classes; as many rows and columns as classes, none negative
     */
    public static ConfusionMatrix ofCounts(LabelSet labels, long[][] counts) {
        long[][] copy = new long[counts.length][];
        for (int trueClass = 0; trueClass < counts.length; trueClass++) {
            copy[trueClass] = counts[trueClass].clone();
            if (copy[trueClass].length != labels.size()
                    || Arrays.stream(copy[trueClass]).anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException("each row needs " + labels.size() + " counts of at least 0, got row "
                        + trueClass + ": " + Arrays.toString(copy[trueClass]));
            }
        }
        if (copy.length != labels.size()) {
            throw new IllegalArgumentException("the matrix needs " + labels.size() + " rows, got " + copy.length);
        }
        return new ConfusionMatrix(labels, copy);
    }

    /** The classes, in the order of rows and columns. */
    public LabelSet labels() {
        return labels;
    }

    /** The number of classes. */
    public int size() {
        return labels.size();
    }

    /** Number of samples of class {@code trueClass} that are predicted as {@code predicted}. */
    public long count(int trueClass, int predicted) {
        return counts[trueClass][predicted];
    }

    /** A copy of all counts; rows are true classes. */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** The number of samples of class {@code trueClass}. */
    public long rowTotal(int trueClass) {
        return Arrays.stream(counts[trueClass]).sum();
    }

    /** Number of samples that are predicted as {@code predicted}. */
    public long columnTotal(int predicted) {
        long total = 0;
        for (long[] row : counts) {
            total += row[predicted];
        }
        return total;
    }

    /** The number of samples. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Number of correct predictions. */
    public long correct() {
        long correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i][i];
        }
        return correct;
    }

    /** The share of class {@code trueClass} that is predicted as {@code predicted}, 0 to 1; NaN if the class has no samples. */
    public double rowShare(int trueClass, int predicted) {
        return (double) counts[trueClass][predicted] / rowTotal(trueClass);
    }

    /** The share of predictions of {@code predicted} whose true class is {@code trueClass}, 0 to 1; NaN if there are none. */
    public double columnShare(int trueClass, int predicted) {
        return (double) counts[trueClass][predicted] / columnTotal(predicted);
    }

    /** The count or the share of a cell; NaN for a share of 0 samples. */
    public double value(Normalisation normalisation, int trueClass, int predicted) {
        return switch (normalisation) {
            case COUNTS -> count(trueClass, predicted);
            case ROWS -> rowShare(trueClass, predicted);
            case COLUMNS -> columnShare(trueClass, predicted);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that
                && labels.equals(that.labels)
                && Arrays.deepEquals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return labels.names() + " " + Arrays.deepToString(counts);
    }
}
