package org.maferstudio.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Checks whether a network's classes are in a different order than specified: its predictions then have wrong names,
 * and agree with the true classes only after renaming.
 */
public final class ClassOrderCheck {
    /** Minimum increase of Cohen's kappa for a known order. */
    private static final double GAIN_OF_KNOWN = 0.15;
    /** Minimum increase for any order: with thousands of orders, one fits a poor network by chance. */
    private static final double GAIN_OF_ANY = 0.3;

    private static final int MOST_SEARCHED = 10;
    /** Minimum number of samples per class. */
    private static final int LEAST_SAMPLES = 5;

    private ClassOrderCheck() {}

    /**
     * Another order that fits much better.
     *
     * @param known the name of the order, such as {@code alphabetical}; empty for an unknown order
     * @param labels the actual predicted classes, in the order of the matrix's columns
     * @param accuracy with this order, 0 to 1
     * @param accuracyAsSpecified accuracy in the specified order, 0 to 1
     */
    public record Finding(Optional<String> known, LabelSet labels, double accuracy, double accuracyAsSpecified) {
        /** For display: what fits better, how much, and in which order to name the classes. */
        public String sentence() {
            String typed = String.join(",", labels.names());
            String better = Numbers.fixed(accuracy, 4);
            String now = Numbers.fixed(accuracyAsSpecified, 4);
            return known.map(name -> Texts.of("results.classOrder.fitsBetter", name, typed, better, now))
                    .orElseGet(() -> Texts.of("results.classOrder.fitsBetterUnknown", typed, better, now));
        }
    }

    /**
     * Checks the names of the predicted classes.
     *
     * @param matrix whose true classes are named correctly
     * @return the best order, if it fits much better than the matrix's own
     */
    public static Optional<Finding> ofPredicted(ConfusionMatrix matrix) {
        int size = matrix.size();
        if (size < 3 || matrix.total() < (long) LEAST_SAMPLES * size) {
            return Optional.empty();
        }
        int[] said = IntStream.range(0, size).toArray();
        double now = kappa(matrix, said);
        Optional<ClassOrder> best = ClassOrder.of(matrix.labels()).stream()
                .max(Comparator.comparingDouble(order -> kappa(matrix, assignment(matrix, order.labels()))))
                .filter(order -> kappa(matrix, assignment(matrix, order.labels())) >= now + GAIN_OF_KNOWN);
        double known = best.map(order -> kappa(matrix, assignment(matrix, order.labels())))
                .orElse(now);
        int[] any = size > MOST_SEARCHED ? said : bestAssignment(matrix);
        // Must also be better than the best known order, which many permutations are close to.
        if (kappa(matrix, any) >= Math.max(now + GAIN_OF_ANY, known + GAIN_OF_KNOWN)) {
            return Optional.of(finding(matrix, Optional.empty(), labels(matrix, any)));
        }
        return best.map(order -> finding(matrix, Optional.of(order.name()), order.labels()));
    }

    /** A warning if another order of the predicted classes fits much better; otherwise empty. */
    public static Optional<String> warning(Predictions predictions) {
        return predictions.labels().isMany()
                ? Optional.empty()
                : ofPredicted(ConfusionMatrix.of(predictions)).map(Finding::sentence);
    }

    private static Finding finding(ConfusionMatrix matrix, Optional<String> known, LabelSet labels) {
        return new Finding(
                known,
                labels,
                (double) correct(matrix, assignment(matrix, labels)) / matrix.total(),
                (double) matrix.correct() / matrix.total());
    }

    /** For each column, the index of its class in an order. */
    private static int[] assignment(ConfusionMatrix matrix, LabelSet order) {
        return order.names().stream()
                .mapToInt(name -> matrix.labels().indexOf(name))
                .toArray();
    }

    private static LabelSet labels(ConfusionMatrix matrix, int[] assignment) {
        List<String> names = new ArrayList<>();
        for (int label : assignment) {
            names.add(matrix.labels().name(label));
        }
        return new LabelSet(names);
    }

    private static long correct(ConfusionMatrix matrix, int[] assignment) {
        return IntStream.range(0, assignment.length)
                .mapToLong(column -> matrix.count(assignment[column], column))
                .sum();
    }

    /**
     * Cohen's kappa after renaming the columns. Unlike accuracy, it does not reward a network that always predicts one
     * class.
     */
    private static double kappa(ConfusionMatrix matrix, int[] assignment) {
        double total = matrix.total();
        double chance = IntStream.range(0, assignment.length)
                .mapToDouble(column -> matrix.columnTotal(column) / total * matrix.rowTotal(assignment[column]) / total)
                .sum();
        return chance >= 1 ? 0 : (correct(matrix, assignment) / total - chance) / (1 - chance);
    }

    /** The renaming with the most correct predictions, by dynamic programming over subsets of classes. */
    private static int[] bestAssignment(ConfusionMatrix matrix) {
        int size = matrix.size();
        long[] most = new long[1 << size];
        int[] last = new int[1 << size];
        for (int set = 1; set < 1 << size; set++) {
            int column = Integer.bitCount(set) - 1;
            most[set] = -1;
            for (int label = 0; label < size; label++) {
                long correct = (set & 1 << label) == 0 ? -1 : most[set ^ 1 << label] + matrix.count(label, column);
                if (correct > most[set]) {
                    most[set] = correct;
                    last[set] = label;
                }
            }
        }
        int[] assignment = new int[size];
        int set = (1 << size) - 1;
        for (int column = size - 1; column >= 0; column--) {
            assignment[column] = last[set];
            set ^= 1 << last[set];
        }
        return assignment;
    }
}
