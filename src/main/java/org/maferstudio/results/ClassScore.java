package org.maferstudio.results;

/**
 * The scores of one class.
 *
 * <p>As in scikit-learn with {@code zero_division=0}: precision is 0 if no sample is predicted as this class, recall is
 * 0 if it has no samples, and F1 is 0 if both are 0.
 *
 * @param label the class
 * @param n number of samples of this class
 * @param predicted number of samples predicted as this class
 * @param correct number of samples that are both
 * @param precision correct / called, 0 to 1
 * @param recall correct / n, 0 to 1: the accuracy of the class
 * @param f1 2 correct / (n + called), 0 to 1
 */
public record ClassScore(int label, long n, long predicted, long correct, double precision, double recall, double f1) {
    /** The score of class {@code label} of a matrix. */
    public static ClassScore of(ConfusionMatrix matrix, int label) {
        return of(label, matrix.rowTotal(label), matrix.columnTotal(label), matrix.count(label, label));
    }

    /** The score of a class from its numbers of samples, predictions and correct predictions. */
    static ClassScore of(int label, long n, long called, long correct) {
        return new ClassScore(
                label, n, called, correct, share(correct, called), share(correct, n), share(2 * correct, n + called));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
