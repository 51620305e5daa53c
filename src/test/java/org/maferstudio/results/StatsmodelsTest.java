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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tests and intervals equal those of statsmodels and SciPy; {@code make_statsmodels_oracle.py} made the numbers. */
@DisplayName("The same samples give statsmodels' and SciPy's numbers")
class StatsmodelsTest {
    private static final double EXACT = 1e-12;

    /** Of 200 samples one is half a point: the quantiles of two sets of draws fall on the same sample, or the next. */
    private static final double NEXT_SAMPLE = 0.0051;

    private static final int DRAWS = 50_000;

    @Test
    void mcNemarEqualsStatsmodels() throws IOException {
        for (JsonElement each : expected().getAsJsonArray("mcnemar")) {
            JsonArray row = each.getAsJsonArray();
            double p = McNemar.exact(row.get(0).getAsLong(), row.get(1).getAsLong());
            assertEquals(row.get(2).getAsDouble(), p, p * 1e-10, row.toString());
        }
    }

    @Test
    void wilsonEqualsStatsmodels() throws IOException {
        for (JsonElement each : expected().getAsJsonArray("wilson")) {
            JsonArray row = each.getAsJsonArray();
            Interval interval =
                    Wilson.interval(row.get(0).getAsLong(), row.get(1).getAsLong());
            assertEquals(row.get(2).getAsDouble(), interval.low(), EXACT, row.toString());
            assertEquals(row.get(3).getAsDouble(), interval.high(), EXACT, row.toString());
        }
    }

    @Test
    void quantilesAndDeviationsEqualNumPys() throws IOException {
        JsonArray quantiles = expected().getAsJsonArray("quantiles");
        double[] sorted = numbers(quantiles.get(0).getAsJsonArray()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        for (JsonElement each : quantiles.get(1).getAsJsonArray()) {
            JsonArray row = each.getAsJsonArray();
            assertEquals(
                    row.get(1).getAsDouble(), Quantile.of(sorted, row.get(0).getAsDouble()), EXACT);
        }
        JsonArray spread = expected().getAsJsonArray("spread");
        Spread folds = new Spread(numbers(spread.get(0).getAsJsonArray()));
        assertEquals(spread.get(1).getAsDouble(), folds.mean(), EXACT);
        assertEquals(spread.get(2).getAsDouble(), folds.standardDeviation(), EXACT);
    }

    @Test
    void thePairedBootstrapAgreesWithSciPys() throws IOException {
        List<Prediction> a = predictions("all@native").rows();
        List<Prediction> b = predictions("all@8").rows();
        List<PairedPredictions.Pair> pairs = IntStream.range(0, a.size())
                .mapToObj(i -> new PairedPredictions.Pair(
                        "s" + i,
                        "",
                        a.get(i).correct(),
                        b.get(i).predicted() == a.get(i).label()))
                .toList();
        Interval ours =
                PairedBootstrap.of(new PairedPredictions(pairs, 0), DRAWS, 17).interval();
        assertAgrees("paired_difference", ours);
    }

    @Test
    void theBootstrapOfTheScoresAgreesWithSciPys() throws IOException {
        ScoreBootstrap ours = ScoreBootstrap.of(predictions("all@native"), DRAWS, 17);
        assertAgrees("accuracy", ours.accuracy());
        assertAgrees("mean_class_accuracy", ours.meanClassAccuracy());
    }

    private static void assertAgrees(String name, Interval ours) throws IOException {
        JsonArray theirs = expected().getAsJsonArray(name);
        assertEquals(theirs.get(0).getAsDouble(), ours.low(), NEXT_SAMPLE, name);
        assertEquals(theirs.get(1).getAsDouble(), ours.high(), NEXT_SAMPLE, name);
    }

    private static List<Double> numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsDouble)
                .toList();
    }

    private static JsonObject expected() throws IOException {
        try (Reader reader = resource("statsmodels.json")) {
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
        InputStream in = StatsmodelsTest.class.getResourceAsStream(name);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
