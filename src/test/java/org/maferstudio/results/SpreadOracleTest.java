package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** Folds, intervals and McNemar's test; {@code make_spread_oracle.py} beside the predictions made the numbers. */
class SpreadOracleTest {
    private static final double EXACT = 1e-12;

    /** Drawn intervals differ by the draw; four thousand of SciPy's and two thousand of ours, so much at most. */
    private static final double DRAWN = 0.02;

    @Test
    void meanAndDeviationOfFoldsEqualNumPysOfScikitLearnsMatrices() throws IOException {
        List<Prediction> rows = predictions().rows();
        List<ConfusionMatrix> folds = new ArrayList<>();
        for (int fold = 0; fold < 4; fold++) {
            List<Prediction> part = new ArrayList<>();
            for (int i = fold; i < rows.size(); i += 4) {
                part.add(rows.get(i));
            }
            folds.add(ConfusionMatrix.of(new Predictions(predictions().labels(), "test", Resolution.NATIVE, part)));
        }
        MatrixSpread spread = MatrixSpread.of(folds);
        JsonArray means = expected().getAsJsonArray("mean");
        JsonArray deviations = expected().getAsJsonArray("standard_deviation");
        for (int trueClass = 0; trueClass < 7; trueClass++) {
            for (int called = 0; called < 7; called++) {
                assertEquals(at(means, trueClass, called), spread.mean(trueClass, called), EXACT);
                assertEquals(at(deviations, trueClass, called), spread.standardDeviation(trueClass, called), EXACT);
            }
        }
        assertEquals(ConfusionMatrix.of(predictions()), spread.counts(), "all folds together");
    }

    @Test
    void intervalsOfF1LieWhereSciPysBootstrapPutsThem() throws IOException {
        ClassBootstrap drawn = ClassBootstrap.of(predictions(), 2000, 17);
        JsonArray intervals = expected().getAsJsonArray("f1_intervals");
        for (int label = 0; label < 7; label++) {
            Interval interval = drawn.f1().get(label);
            assertEquals(at(intervals, label, 0), interval.low(), DRAWN);
            assertEquals(at(intervals, label, 1), interval.high(), DRAWN);
        }
        assertEquals(Dependence.INDEPENDENT, drawn.dependence());
        assertEquals(drawn, ClassBootstrap.of(predictions(), 2000, 17), "the same seed, the same intervals");
    }

    @Test
    void mcNemarEqualsStatsmodelsExactTest() throws IOException {
        PairedPredictions paired = paired("");
        assertEquals(
                expected()
                        .getAsJsonArray("table")
                        .get(0)
                        .getAsJsonArray()
                        .get(1)
                        .getAsLong(),
                paired.onlyA());
        assertEquals(expected().get("mcnemar").getAsDouble(), paired.mcNemar(), EXACT);
        assertEquals(expected().get("difference").getAsDouble(), paired.accuracyB() - paired.accuracyA(), EXACT);
        assertEquals(
                80, paired.samples(PairedPredictions.Outcome.ONLY_B_CORRECT).size(), "the samples fixed");
        assertTrue(
                paired.samples(PairedPredictions.Outcome.ONLY_B_CORRECT).contains("s0"),
                "s0 is wrong in the first and right in the second");
    }

    @Test
    void pairedIntervalsLieWhereSciPysBootstrapPutsThem() throws IOException {
        PairedBootstrap bySample = PairedBootstrap.of(paired(""), 4000, 17);
        assertFalse(bySample.byGroup());
        assertInterval(expected().getAsJsonArray("interval"), bySample.interval());
        PairedBootstrap byGroup = PairedBootstrap.of(paired("g"), 4000, 17);
        assertTrue(byGroup.byGroup());
        assertInterval(expected().getAsJsonArray("interval_by_group"), byGroup.interval());
    }

    /** Sample i of 300: the first is right where i % 3 != 0, the second where i % 10 < 8; groups of 15. */
    private static PairedPredictions paired(String group) {
        List<PairedPredictions.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            pairs.add(
                    new PairedPredictions.Pair("s" + i, group.isEmpty() ? "" : group + i / 15, i % 3 != 0, i % 10 < 8));
        }
        return new PairedPredictions(pairs, 0);
    }

    private static void assertInterval(JsonArray expected, Interval interval) {
        assertEquals(expected.get(0).getAsDouble(), interval.low(), 0.01);
        assertEquals(expected.get(1).getAsDouble(), interval.high(), 0.01);
    }

    private static double at(JsonArray rows, int row, int column) {
        return rows.get(row).getAsJsonArray().get(column).getAsDouble();
    }

    private static Predictions predictions() throws IOException {
        try (Reader reader = resource("all@native.csv")) {
            Predictions read = PredictionsFile.read(reader, "all@native.csv", "test", Resolution.NATIVE);
            assertEquals(LabelSet.fer2013(), read.labels());
            return read;
        }
    }

    private static JsonObject expected() throws IOException {
        try (Reader reader = resource("spread.json")) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Reader resource(String name) {
        InputStream in = SpreadOracleTest.class.getResourceAsStream(name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
