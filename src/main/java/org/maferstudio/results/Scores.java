package org.maferstudio.results;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of one confusion matrix, all from 0 to 1, NaN where there are no samples.
 *
 * @param n how many samples
 * @param correct how many were called what they are
 * @param accuracy correct / n
 * @param meanClassAccuracy the mean recall of the classes that have samples, scikit-learn's balanced accuracy
 * @param macroF1 the mean F1 of the classes that have samples or were called, scikit-learn's macro F1 with {@code
 *     zero_division=0}
 * @param classes one a class, in the order of the label set
 */
public record Scores(
        long n, long correct, double accuracy, double meanClassAccuracy, double macroF1, List<ClassScore> classes) {
    public Scores {
        classes = List.copyOf(classes);
    }

    /** The scores of a matrix. */
    public static Scores of(ConfusionMatrix matrix) {
        return of(IntStream.range(0, matrix.size())
                .mapToObj(label -> ClassScore.of(matrix, label))
                .toList());
    }

    private static Scores of(List<ClassScore> classes) {
        long n = classes.stream().mapToLong(ClassScore::n).sum();
        long correct = classes.stream().mapToLong(ClassScore::correct).sum();
        double meanClassAccuracy = classes.stream()
                .filter(score -> score.n() > 0)
                .mapToDouble(ClassScore::recall)
                .average()
                .orElse(Double.NaN);
        double macroF1 = classes.stream()
                .filter(score -> score.n() > 0 || score.called() > 0)
                .mapToDouble(ClassScore::f1)
                .average()
                .orElse(Double.NaN);
        return new Scores(n, correct, (double) correct / n, meanClassAccuracy, macroF1, classes);
    }

    /** The scores of predictions, however many classes there are. */
    public static Scores of(Predictions predictions) {
        int size = predictions.labels().size();
        long[] n = new long[size];
        long[] called = new long[size];
        long[] correct = new long[size];
        for (Prediction row : predictions.rows()) {
            n[row.label()]++;
            called[row.predicted()]++;
            correct[row.label()] += row.correct() ? 1 : 0;
        }
        return of(IntStream.range(0, size)
                .mapToObj(label -> ClassScore.of(label, n[label], called[label], correct[label]))
                .toList());
    }

    /** The Wilson 95 % interval of the accuracy. */
    public Interval interval() {
        return Wilson.interval(correct, n);
    }

    /** The Aff-Wild2 challenge's score of 2020 and 2021: {@code 0.33 accuracy + 0.67 macro F1}. */
    public double affWild2Score() {
        return 0.33 * accuracy + 0.67 * macroF1;
    }
}
