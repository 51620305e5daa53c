package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers equal those of scikit-learn and SciPy; {@code make_oracle.py} beside the test's predictions made them. */
@DisplayName("The same predictions give scikit-learn's numbers")
class ScikitLearnTest {
    private static final double EXACT = 1e-12;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"all@native", "all@8", "untrue@native", "uncalled@native", "absent@native", "constant@native"})
    void scoresEqualScikitLearns(String name) throws IOException {
        Predictions predictions = predictions(name);
        JsonObject expected = expected().getAsJsonObject("cases").getAsJsonObject(name);
        ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
        Scores scores = Scores.of(matrix);

        JsonArray rows = expected.getAsJsonArray("confusion");
        for (int trueClass = 0; trueClass < matrix.size(); trueClass++) {
            for (int called = 0; called < matrix.size(); called++) {
                assertEquals(
                        rows.get(trueClass).getAsJsonArray().get(called).getAsLong(), matrix.count(trueClass, called));
            }
        }
        assertEquals(expected.get("accuracy").getAsDouble(), scores.accuracy(), EXACT);
        assertEquals(expected.get("mean_class_accuracy").getAsDouble(), scores.meanClassAccuracy(), EXACT);
        assertEquals(expected.get("macro_f1").getAsDouble(), scores.macroF1(), EXACT);
        assertEquals(expected.get("weighted_f1").getAsDouble(), scores.weightedF1(), EXACT);
        assertEquals(expected.get("cohen_kappa").getAsDouble(), scores.kappa(), EXACT);
        assertEquals(expected.get("mcc").getAsDouble(), scores.mcc(), EXACT);
        assertEquals(
                expected.get("log_loss").getAsDouble(), LogLoss.of(predictions).orElseThrow(), EXACT);
        assertEquals(expected.get("aff_wild2").getAsDouble(), scores.affWild2Score(), EXACT);
        assertInterval(
                expected.getAsJsonArray("interval"),
                0,
                ScoreIntervals.of(predictions).accuracy());
        for (ClassScore score : scores.classes()) {
            int label = score.label();
            assertEquals(expected.getAsJsonArray("n").get(label).getAsLong(), score.n());
            assertEquals(expected.getAsJsonArray("precision").get(label).getAsDouble(), score.precision(), EXACT);
            assertEquals(expected.getAsJsonArray("recall").get(label).getAsDouble(), score.recall(), EXACT);
            assertEquals(expected.getAsJsonArray("f1").get(label).getAsDouble(), score.f1(), EXACT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"all@native", "all@8", "absent@native"})
    void calibrationEqualsNumPys(String name) throws IOException {
        JsonObject expected = expected().getAsJsonObject("cases").getAsJsonObject(name);
        Calibration calibration = Calibration.of(predictions(name), 15);
        assertEquals(expected.get("ece").getAsDouble(), calibration.expectedError(), EXACT);
        assertEquals(expected.get("brier").getAsDouble(), calibration.brier(), EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"all@native", "all@8", "absent@native"})
    void coverageEqualsNumPys(String name) throws IOException {
        JsonObject expected = expected().getAsJsonObject("cases").getAsJsonObject(name);
        Coverage coverage = Coverage.of(predictions(name));
        assertEquals(expected.get("risk_coverage_area").getAsDouble(), coverage.area(), EXACT);
        assertEquals(
                expected.get("accuracy_of_the_surest_half").getAsDouble(),
                coverage.at(0.5).accuracy(),
                EXACT);
        assertEquals(expected.get("accuracy").getAsDouble(), coverage.at(1).accuracy(), EXACT);
    }

    @Test
    void mcNemarEqualsSciPysBinomialTest() throws IOException {
        for (JsonElement each : expected().getAsJsonArray("mcnemar")) {
            JsonArray row = each.getAsJsonArray();
            double p = row.get(2).getAsDouble();
            assertEquals(p, McNemar.exact(row.get(0).getAsLong(), row.get(1).getAsLong()), p * 1e-11, row.toString());
        }
    }

    @Test
    void wilsonEqualsSciPys() throws IOException {
        assertEquals(expected().get("z95").getAsDouble(), Wilson.Z95, 0);
        for (JsonElement each : expected().getAsJsonArray("wilson")) {
            JsonArray row = each.getAsJsonArray();
            assertInterval(
                    row, 2, Wilson.interval(row.get(0).getAsLong(), row.get(1).getAsLong()));
        }
    }

    private static void assertInterval(JsonArray row, int at, Interval interval) {
        assertEquals(row.get(at).getAsDouble(), interval.low(), EXACT);
        assertEquals(row.get(at + 1).getAsDouble(), interval.high(), EXACT);
    }

    private static JsonObject expected() throws IOException {
        try (Reader reader = resource("expected.json")) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Predictions predictions(String name) throws IOException {
        try (Reader reader = resource(name + ".csv")) {
            String file = name + ".csv";
            return PredictionsFile.read(reader, file, PredictionsFile.split(file), PredictionsFile.resolution(file));
        }
    }

    private static Reader resource(String name) {
        InputStream in = ScikitLearnTest.class.getResourceAsStream(name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
