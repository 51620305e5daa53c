package org.maferstudio.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.KeptPredictions;
import org.maferstudio.job.Problem;
import org.maferstudio.results.Holm;
import org.maferstudio.results.Interval;
import org.maferstudio.results.PairedBootstrap;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * Compares two experiments on the same samples.
 *
 * @param a the name of the first
 * @param b the name of the second
 * @param n number of common samples
 * @param leftOut number of samples that only one of them has
 * @param accuracyA 0 to 1
 * @param accuracyB 0 to 1
 * @param onlyA number of samples that only the first predicts correctly
 * @param onlyB number of samples that only the second predicts correctly
 * @param p of the test: the sign-flip permutation test by group if groups are known, otherwise McNemar's exact test
 * @param correctedP the p-value with Holm's correction for all comparisons made together
 * @param interval the 95 % bootstrap interval of the second's accuracy minus the first's
 * @param byGroup whether bootstrap and test use whole groups; otherwise samples are treated as independent
 */
public record Comparison(
        String a,
        String b,
        int n,
        int leftOut,
        double accuracyA,
        double accuracyB,
        long onlyA,
        long onlyB,
        double p,
        double correctedP,
        Interval interval,
        boolean byGroup) {
    private static final int DRAWS = 2000;
    private static final long SEED = 17;

    /**
     * Compares every experiment with every later one.
     *
     * @throws Problem if there are fewer than two, predictions are missing, or two share no samples
     */
    public static List<Comparison> all(EvaluatedExperiments evaluated, Resolution resolution) {
        return all(KeptPredictions.of(evaluated), resolution);
    }

    /**
     * The same, of predictions that others need too.
     *
     * @throws Problem as {@link #all(EvaluatedExperiments, Resolution)}
     */
    public static List<Comparison> all(KeptPredictions predictions, Resolution resolution) {
        EvaluatedExperiments evaluated = predictions.evaluated();
        int count = evaluated.experiments().size();
        if (count < 2) {
            throw Problem.input(Texts.of("report.comparison.error.tooFew"));
        }
        List<Comparison> pairs = new ArrayList<>();
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                PairedPredictions paired =
                        PairedPredictions.of(predictions.at(a, resolution), predictions.at(b, resolution));
                pairs.add(of(evaluated.names().get(a), evaluated.names().get(b), paired));
            }
        }
        return corrected(pairs);
    }

    /** Compares two experiments only. */
    public static Comparison of(String a, String b, PairedPredictions paired) {
        PairedBootstrap bootstrap = PairedBootstrap.of(paired, DRAWS, SEED);
        double p = bootstrap.byGroup() ? paired.signFlip() : paired.mcNemar();
        return new Comparison(
                a,
                b,
                paired.n(),
                paired.leftOut(),
                paired.accuracyA(),
                paired.accuracyB(),
                paired.onlyA(),
                paired.onlyB(),
                p,
                p,
                bootstrap.interval(),
                bootstrap.byGroup());
    }

    /** The same comparisons with Holm's correction of their p-values. */
    public static List<Comparison> corrected(List<Comparison> pairs) {
        double[] corrected =
                Holm.corrected(pairs.stream().mapToDouble(Comparison::p).toArray());
        return IntStream.range(0, corrected.length)
                .mapToObj(i -> pairs.get(i).withCorrectedP(corrected[i]))
                .toList();
    }

    private Comparison withCorrectedP(double corrected) {
        return new Comparison(a, b, n, leftOut, accuracyA, accuracyB, onlyA, onlyB, p, corrected, interval, byGroup);
    }

    /** The second's accuracy minus the first's, -1 to 1. */
    public double difference() {
        return accuracyB - accuracyA;
    }

    /** The name of the test, for display. */
    public String testName() {
        return byGroup ? Texts.of("report.comparison.test.signFlip") : Texts.of("report.comparison.test.mcNemar");
    }

    /** The comparison as text. */
    public String sentence() {
        Object[] values = {
            a,
            Numbers.percent(accuracyA),
            b,
            Numbers.percent(accuracyB),
            Numbers.count(n),
            signed(difference()),
            signed(interval.low()),
            signed(interval.high()),
            Numbers.count(onlyA),
            Numbers.count(onlyB),
            testName(),
            pText(p)
        };
        String sentence = byGroup
                ? Texts.of("report.comparison.sentence.byGroup", values)
                : Texts.of("report.comparison.sentence.byImage", values);
        return correctedP > p ? sentence + " " + Texts.of("report.comparison.corrected", pText(correctedP)) : sentence;
    }

    /** Formats a difference in percentage points, such as {@code +8.6}. */
    public static String signed(double share) {
        return Numbers.signed(100 * share, 1);
    }

    /** Formats an interval of a difference in percentage points, such as {@code −1.2 to +8.6}. */
    public static String signed(Interval interval) {
        return Texts.of("report.comparison.interval", signed(interval.low()), signed(interval.high()));
    }

    /** Formats a p-value with four digits, or as below the smallest one. */
    public static String pText(double p) {
        return p < 0.0001 ? "< 0.0001" : Numbers.fixed(p, 4);
    }
}
