package org.maferstudio.results;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.expression.LabelSet;

/**
 * The scores of one confusion matrix, from 0 to 1 unless stated otherwise; NaN without samples.
 *
 * @param n number of samples
 * @param correct number of correct predictions
 * @param accuracy correct / n
 * @param meanClassAccuracy the mean recall of the classes that have samples, scikit-learn's balanced accuracy
 * @param macroF1 the mean F1 of the classes that have samples or predictions, scikit-learn's macro F1 with {@code
 *     zero_division=0}
 * @param weightedF1 the mean F1 of the classes, weighted by their samples
 * @param kappa Cohen's kappa, -1 to 1: agreement beyond chance; NaN if all samples have one class and are predicted as
 *     it
 * @param mcc Matthews' correlation coefficient of several classes (Gorodkin 2004), -1 to 1; 0 if only one class is true
 *     or predicted
 * @param classes one per class, in the order of the label set
 */
public record Scores(
        long n,
        long correct,
        double accuracy,
        double meanClassAccuracy,
        double macroF1,
        double weightedF1,
        double kappa,
        double mcc,
        List<ClassScore> classes) {
    public Scores {
        classes = List.copyOf(classes);
    }

    /** The scores of a matrix. */
    public static Scores of(ConfusionMatrix matrix) {
        return of(IntStream.range(0, matrix.size())
                .mapToObj(label -> ClassScore.of(matrix, label))
                .toList());
    }

    /**
     * The split of a well-known dataset that was evaluated, by its samples of each class; empty if none is known.
     *
     * @param labels the classes of these scores
     */
    public Optional<KnownCounts> knownSplit(LabelSet labels) {
        return KnownCounts.of(labels, classes.stream().map(ClassScore::n).toList());
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
                .filter(score -> score.n() > 0 || score.predicted() > 0)
                .mapToDouble(ClassScore::f1)
                .average()
                .orElse(Double.NaN);
        double weightedF1 =
                classes.stream().mapToDouble(score -> score.n() * score.f1()).sum() / n;
        double all = (double) n * n;
        double chance = sum(classes, score -> (double) score.n() * score.predicted());
        double trueSpread = all - sum(classes, score -> (double) score.n() * score.n());
        double predictedSpread = all - sum(classes, score -> (double) score.predicted() * score.predicted());
        double kappa = 1 - (double) (n - correct) * n / (all - chance);
        double covariance = (double) correct * n - chance;
        double mcc = n > 0 && trueSpread * predictedSpread == 0
                ? 0
                : covariance / Math.sqrt(trueSpread) / Math.sqrt(predictedSpread);
        return new Scores(
                n, correct, (double) correct / n, meanClassAccuracy, macroF1, weightedF1, kappa, mcc, classes);
    }

    private static double sum(List<ClassScore> classes, ToDoubleFunction<ClassScore> value) {
        return classes.stream().mapToDouble(value).sum();
    }

    /** The scores of predictions with any number of classes. */
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

    /** The Aff-Wild2 challenge's score of 2020 and 2021: {@code 0.33 accuracy + 0.67 macro F1}. */
    public double affWild2Score() {
        return 0.33 * accuracy + 0.67 * macroF1;
    }
}
