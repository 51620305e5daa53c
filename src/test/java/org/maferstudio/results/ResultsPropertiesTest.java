package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** What holds for any predictions. */
class ResultsPropertiesTest {
    @Property(tries = 200)
    @Label("the order of the samples changes no number")
    void orderDoesNotMatter(@ForAll("predictions") Predictions predictions, @ForAll Random random) {
        List<Prediction> shuffled = new ArrayList<>(predictions.rows());
        Collections.shuffle(shuffled, random);
        Predictions other = new Predictions(predictions.labels(), "test", Resolution.NATIVE, shuffled);
        assertEquals(ConfusionMatrix.of(predictions), ConfusionMatrix.of(other));
    }

    @Property(tries = 200)
    @Label("rows, columns and diagonal add up, and every score lies between 0 and 1")
    void everythingAddsUp(@ForAll("predictions") Predictions predictions) {
        ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
        Scores scores = Scores.of(matrix);
        assertEquals(scores, Scores.of(predictions), "counted without a matrix");
        assertEquals(predictions.rows().size(), matrix.total());
        assertEquals(
                matrix.total(),
                IntStream.range(0, matrix.size()).mapToLong(matrix::rowTotal).sum());
        assertEquals(
                matrix.total(),
                IntStream.range(0, matrix.size()).mapToLong(matrix::columnTotal).sum());
        ScoreIntervals intervals = ScoreIntervals.of(matrix);
        assertTrue(intervals.accuracy().contains(scores.accuracy()));
        for (double score :
                new double[] {scores.accuracy(), scores.meanClassAccuracy(), scores.macroF1(), scores.weightedF1()}) {
            assertTrue(score >= 0 && score <= 1, () -> "score " + score);
        }
        for (ClassScore score : scores.classes()) {
            assertTrue(score.n() == 0 || intervals.recalls().get(score.label()).contains(score.recall()));
        }
    }

    @Property
    @Label("Wilson's interval contains the share, stays within 0 to 1, and shrinks as samples are added")
    void wilson(@ForAll @IntRange(min = 1, max = 100_000) int n, @ForAll @IntRange(max = 100_000) int some) {
        long successes = some % (n + 1);
        Interval interval = Wilson.interval(successes, n);
        assertTrue(interval.low() >= 0 && interval.high() <= 1);
        assertTrue(interval.contains((double) successes / n));
        Interval more = Wilson.interval(10 * successes, 10L * n);
        assertTrue(more.high() - more.low() < interval.high() - interval.low());
    }

    @Property
    @Label("McNemar's p lies above 0 and at most at 1, and does not know which network is first")
    void mcNemar(@ForAll @LongRange(max = 500) long a, @ForAll @LongRange(max = 500) long b) {
        double p = McNemar.exact(a, b);
        assertTrue(p > 0 && p <= 1);
        assertEquals(p, McNemar.exact(b, a), 0);
    }

    @Property
    @Label("McNemar's p shrinks as the difference grows")
    void mcNemarShrinks(@ForAll @LongRange(max = 200) long a, @ForAll @LongRange(min = 1, max = 200) long more) {
        assertTrue(McNemar.exact(a, a + more + 1) <= McNemar.exact(a, a + more));
    }

    @Provide
    static Arbitrary<Predictions> predictions() {
        return Arbitraries.integers().between(2, 8).flatMap(classes -> {
            LabelSet labels = new LabelSet(
                    IntStream.range(0, classes).mapToObj(i -> "c" + i).toList());
            Arbitrary<Integer> label = Arbitraries.integers().between(0, classes - 1);
            return Combinators.combine(label, label)
                    .as((truth, called) -> new int[] {truth, called})
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(60)
                    .map(pairs -> Rows.predictions(labels, Resolution.NATIVE, pairs));
        });
    }
}
