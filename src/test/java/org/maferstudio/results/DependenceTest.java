package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** Tests and intervals where images of a person depend on each other. */
class DependenceTest {
    /** Oulu-CASIA: 80 persons, 6 sequences each, of which the last three images are taken. */
    private static final int PERSONS = 80;

    private static final int IMAGES = 18;
    private static final int RUNS = 1000;

    /** Two equally good networks, each with persons that suit it: how well one does on a person is drawn for each. */
    private static PairedPredictions equallyGood(Random random) {
        List<PairedPredictions.Pair> pairs = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            double skillA = 0.5 + 0.25 * random.nextGaussian();
            double skillB = 0.5 + 0.25 * random.nextGaussian();
            for (int image = 0; image < IMAGES; image++) {
                pairs.add(new PairedPredictions.Pair(
                        person + "/" + image,
                        "person " + person,
                        random.nextDouble() < skillA,
                        random.nextDouble() < skillB));
            }
        }
        return new PairedPredictions(pairs, 0);
    }

    private static double falseAlarms(ToDoubleFunction<PairedPredictions> p) {
        Random random = new Random(17);
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            alarms += p.applyAsDouble(equallyGood(random)) < 0.05 ? 1 : 0;
        }
        return (double) alarms / RUNS;
    }

    @Test
    void theSignFlipTestByGroupRaisesFivePercentFalseAlarms() {
        double rate = falseAlarms(PairedPredictions::signFlip);
        assertTrue(rate > 0.03 && rate < 0.07, () -> "false alarms " + rate);
    }

    @Test
    void mcNemarsTestRaisesManyMoreWhereImagesOfAPersonDependOnEachOther() {
        double rate = falseAlarms(PairedPredictions::mcNemar);
        assertTrue(rate > 0.15, () -> "false alarms " + rate);
    }

    @Test
    void theIntervalByGroupOfADifferenceHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(18);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            PairedBootstrap bootstrap = PairedBootstrap.of(equallyGood(random), 400, run);
            assertTrue(bootstrap.byGroup());
            held += bootstrap.interval().contains(0) ? 1 : 0;
        }
        int times = held;
        assertTrue(held > 0.91 * 400 && held < 0.98 * 400, () -> times + " of 400");
    }

    @Test
    void theIntervalByGroupOfAnAccuracyHoldsTheTruthAndWilsonsDoesNot() {
        Random random = new Random(19);
        int held = 0;
        int heldByWilson = 0;
        for (int run = 0; run < 200; run++) {
            List<Prediction> rows = new ArrayList<>();
            for (PairedPredictions.Pair pair : equallyGood(random).pairs()) {
                rows.add(Prediction.withoutProbabilities(pair.sample(), pair.group(), 0, pair.correctA() ? 0 : 1));
            }
            Predictions predictions = predictions(rows);
            ScoreIntervals intervals = ScoreIntervals.of(predictions);
            assertTrue(intervals.byGroup());
            assertEquals(intervals.recalls().get(0), intervals.accuracy(), "all samples are of the first class");
            held += intervals.accuracy().contains(0.5) ? 1 : 0;
            Scores scores = Scores.of(predictions);
            heldByWilson += Wilson.interval(scores.correct(), scores.n()).contains(0.5) ? 1 : 0;
        }
        int times = held;
        int wilsons = heldByWilson;
        assertTrue(held > 0.9 * 200, () -> times + " of 200");
        assertTrue(heldByWilson < 0.8 * 200, () -> wilsons + " of 200");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"0, 0", "3, 11", "40, 61", "700, 810", "0, 25"})
    void withOneSampleAGroupTheSignFlipTestIsMcNemars(int onlyA, int onlyB) {
        int[] differences = new int[onlyA + onlyB + 5];
        for (int i = 0; i < onlyA + onlyB; i++) {
            differences[i] = i < onlyA ? -1 : 1;
        }
        double expected = McNemar.exact(onlyA, onlyB);
        assertEquals(expected, SignFlip.p(differences), 1e-10 * expected);
    }

    @Test
    void allSignsAreCountedExactly() {
        // Of 8 sums of +-3 +-2 +-2 those of at least 7 in size are 7 and -7.
        assertEquals(2.0 / 8, SignFlip.p(new int[] {3, 2, 2}));
        // At least 3 in size: 7, 3, 3, -7, -3, -3.
        assertEquals(6.0 / 8, SignFlip.p(new int[] {3, -2, 2, 0}));
        assertEquals(1, SignFlip.p(new int[] {5, -5}));
        assertEquals(1, SignFlip.p(new int[] {0, 0}));
    }

    @Test
    void manyLargeGroupsAreDrawnAndComeToNearlyTheSame() {
        int[] differences = new int[60_000];
        Random random = new Random(20);
        for (int i = 0; i < differences.length; i++) {
            differences[i] = random.nextInt(5) - 2;
        }
        double sum = 0;
        double squares = 0;
        for (int difference : differences) {
            sum += difference;
            squares += (double) difference * difference;
        }
        double z = Math.abs(sum) / Math.sqrt(squares);
        double p = SignFlip.p(differences);
        // The normal distribution's two-sided tail, by a sum over its density.
        double tail = 0;
        for (double x = z + 5e-5; x < 10; x += 1e-4) {
            tail += 2e-4 * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        assertEquals(tail, p, 0.015);
    }

    @Test
    void samplesAreIndependentWhereNoGroupsAreKnownOrEachHasOneSample() {
        assertEquals(Dependence.INDEPENDENT, Dependence.of(predictions(rows("", ""))));
        assertEquals(Dependence.INDEPENDENT, Dependence.of(predictions(rows("a", "b"))));
        assertEquals(Dependence.GROUPED, Dependence.of(predictions(rows("a", "b", "a"))));
    }

    @Test
    void aSampleWithoutAGroupIsAGroupOfItsOwnAndHidesNoOther() {
        Predictions mixed = predictions(rows("a", "a", "b", "b", "", ""));
        Predictions named = predictions(rows("a", "a", "b", "b", "c", "d"));
        assertEquals(Dependence.GROUPED, Dependence.of(mixed));
        assertEquals(Dependence.INDEPENDENT, Dependence.of(predictions(rows("a", "b", "", ""))));
        assertTrue(ScoreIntervals.of(mixed).byGroup());
        // The units stand in another order, so the draws differ, and the intervals a little.
        Interval interval = ScoreIntervals.of(mixed).accuracy();
        assertEquals(ScoreIntervals.of(named).accuracy().low(), interval.low(), 0.1);
        assertEquals(ScoreIntervals.of(named).accuracy().high(), interval.high(), 0.1);
    }

    @Test
    void samplesWithoutAGroupFlipTheirSignsOneByOne() {
        List<PairedPredictions.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pairs.add(new PairedPredictions.Pair("s" + i, i < 2 ? "a" : "", false, true));
        }
        PairedPredictions paired = new PairedPredictions(pairs, 0);
        // One group of two and six samples: only two of 2 ^ 7 assignments of signs reach the sum of 8.
        assertEquals(2.0 / 128, paired.signFlip(), 1e-12);
        PairedBootstrap bootstrap = PairedBootstrap.of(paired, 100, 17);
        assertTrue(bootstrap.byGroup());
        assertEquals(new Interval(1, 1), bootstrap.interval());
    }

    @Test
    void ofOneGroupAloneNothingIsKnown() {
        Predictions one = predictions(rows("a", "a", "a"));
        assertEquals(new Interval(0, 1), ScoreIntervals.of(one).accuracy());
        PairedPredictions paired = PairedPredictions.of(one, one);
        assertEquals(new Interval(-1, 1), PairedBootstrap.of(paired, 100, 17).interval());
        assertEquals(1, paired.signFlip());
    }

    @Test
    void logLossNeedsTheProbabilitiesOfAllClasses() {
        assertFalse(LogLoss.of(predictions(rows("a", "b"))).isPresent());
    }

    private static List<Prediction> rows(String... groups) {
        List<Prediction> rows = new ArrayList<>();
        for (String group : groups) {
            rows.add(Prediction.withoutProbabilities("s" + rows.size(), group, 0, rows.size() % 2));
        }
        return rows;
    }

    private static Predictions predictions(List<Prediction> rows) {
        return new Predictions(LabelSet.fer2013(), "test", Resolution.NATIVE, rows);
    }
}
