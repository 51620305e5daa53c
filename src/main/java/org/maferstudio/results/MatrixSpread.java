package org.maferstudio.results;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.expression.LabelSet;

/**
 * Mean and spread of the confusion matrices of several runs, cell by cell.
 *
 * @param labels the classes
 * @param runs number of runs
 * @param counts sum of all runs
 * @param cells row by row, rows are true classes: the spread of the row shares over the runs that have samples of the
 *     class; null if no run has any
 */
public record MatrixSpread(LabelSet labels, int runs, ConfusionMatrix counts, List<Spread[]> cells) {
    public MatrixSpread {
        cells = List.copyOf(cells);
    }

    /**
     * Combines one or more runs.
     *
     * @throws IllegalArgumentException if there is none, or their classes differ
     */
    public static MatrixSpread of(List<ConfusionMatrix> matrices) {
        if (matrices.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one matrix");
        }
        LabelSet labels = matrices.get(0).labels();
        long[][] counts = new long[labels.size()][labels.size()];
        for (ConfusionMatrix matrix : matrices) {
            if (!matrix.labels().equals(labels)) {
                throw new IllegalArgumentException("a mean is of the same classes, got " + labels.names() + " and "
                        + matrix.labels().names());
            }
            for (int trueClass = 0; trueClass < labels.size(); trueClass++) {
                for (int predicted = 0; predicted < labels.size(); predicted++) {
                    counts[trueClass][predicted] += matrix.count(trueClass, predicted);
                }
            }
        }
        List<Spread[]> cells = new ArrayList<>();
        for (int trueClass = 0; trueClass < labels.size(); trueClass++) {
            Spread[] row = new Spread[labels.size()];
            for (int predicted = 0; predicted < labels.size(); predicted++) {
                row[predicted] = spread(matrices, trueClass, predicted);
            }
            cells.add(row);
        }
        return new MatrixSpread(labels, matrices.size(), ConfusionMatrix.ofCounts(labels, counts), cells);
    }

    private static Spread spread(List<ConfusionMatrix> matrices, int trueClass, int predicted) {
        List<Double> shares = matrices.stream()
                .filter(matrix -> matrix.rowTotal(trueClass) > 0)
                .map(matrix -> matrix.rowShare(trueClass, predicted))
                .toList();
        return shares.isEmpty() ? null : new Spread(shares);
    }

    /** The mean share of the row, 0 to 1; NaN if no run has samples of the class. */
    public double mean(int trueClass, int predicted) {
        Spread spread = cells.get(trueClass)[predicted];
        return spread == null ? Double.NaN : spread.mean();
    }

    /** The standard deviation of that share over runs; NaN if fewer than two have samples of the class. */
    public double standardDeviation(int trueClass, int predicted) {
        Spread spread = cells.get(trueClass)[predicted];
        return spread == null ? Double.NaN : spread.standardDeviation();
    }
}
