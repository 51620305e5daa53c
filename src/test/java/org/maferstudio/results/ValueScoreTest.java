package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** The numbers equal those of NumPy and SciPy; {@code make_value_oracle.py} made them. */
@DisplayName("The same labels and predictions of values give NumPy's and SciPy's numbers")
class ValueScoreTest {
    private static final double EXACT = 1e-12;
    /** Two sets of 2,000 and of 50,000 draws. */
    private static final double DRAWN = 0.006;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "close",
                "grouped",
                "opposite",
                "perfect",
                "constant predictions",
                "constant labels",
                "one number",
                "two constants",
                "two samples",
                "one sample"
            })
    void measuresEqualThoseOfScipy(String name) throws IOException {
        assertMeasures(name, EXACT);
    }

    @Test
    void valuesFarFromZeroKeepTheirDigits() throws IOException {
        assertMeasures("far from zero", 1e-9);
    }

    private static void assertMeasures(String name, double tolerance) throws IOException {
        JsonObject expected = expected(name);
        ValueScore score = score(predictions(expected));
        assertEquals(expected.getAsJsonArray("labels").size(), score.n());
        assertEquals(number(expected.get("ccc")), score.ccc().value(), tolerance);
        assertEquals(number(expected.get("rmse")), score.rmse().value(), tolerance);
        assertEquals(number(expected.get("pearson")), score.pearson().value(), tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"close", "grouped"})
    void intervalsEqualThoseOfNumPysResamples(String name) throws IOException {
        JsonObject expected = expected(name);
        ValueScore score = score(predictions(expected));
        assertEquals(name.equals("grouped"), score.byGroup());
        assertInterval(expected.getAsJsonArray("ccc_interval"), score.ccc().interval());
        assertInterval(expected.getAsJsonArray("rmse_interval"), score.rmse().interval());
        assertInterval(
                expected.getAsJsonArray("pearson_interval"), score.pearson().interval());
    }

    @Test
    void aMeasureThatIsNotDefinedHasNoInterval() throws IOException {
        ValueScore constant = score(predictions(expected("constant predictions")));
        assertEquals(Optional.empty(), constant.pearson().interval());
        assertTrue(constant.rmse().interval().isPresent());
        assertEquals(new Interval(0, 0), constant.ccc().interval().orElseThrow());
        ValueScore alone = score(predictions(expected("one sample")));
        assertEquals(Optional.empty(), alone.rmse().interval());
    }

    @Test
    void oneGroupHasNoInterval() {
        List<Prediction> rows = List.of(row("a", "P1", 0.1f, 0.2f), row("b", "P1", 0.5f, 0.4f));
        assertEquals(Optional.empty(), score(predictions(rows)).ccc().interval());
    }

    @Test
    void samplesWithoutALabelOrAPredictionAreLeftOut() {
        List<Prediction> rows = List.of(
                row("a", "", 0.1f, 0.2f),
                row("b", "", Float.NaN, 0.9f),
                row("c", "", 0.5f, 0.4f),
                row("d", "", 0.9f, Float.NaN));
        ValueScore score = score(predictions(rows));
        assertEquals(2, score.n());
        assertEquals(0.1, score.rmse().value(), 1e-7);
    }

    @Test
    void aValueWithoutLabelsHasNoScore() {
        assertEquals(List.of(), ValueScore.of(predictions(List.of(row("a", "", Float.NaN, 0.9f)))));
        assertEquals(List.of(), ValueScore.of(predictions(List.of())));
    }

    private static void assertInterval(JsonArray expected, Optional<Interval> interval) {
        assertEquals(expected.get(0).getAsDouble(), interval.orElseThrow().low(), DRAWN);
        assertEquals(expected.get(1).getAsDouble(), interval.orElseThrow().high(), DRAWN);
    }

    private static double number(JsonElement value) {
        return value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    private static ValueScore score(Predictions predictions) {
        List<ValueScore> scores = ValueScore.of(predictions);
        assertEquals(1, scores.size());
        assertEquals("valence", scores.get(0).name());
        return scores.get(0);
    }

    private static Predictions predictions(JsonObject made) {
        List<Prediction> rows = new ArrayList<>();
        JsonArray groups = made.getAsJsonArray("groups");
        for (int i = 0; i < made.getAsJsonArray("labels").size(); i++) {
            rows.add(row(
                    "s" + i,
                    groups.isEmpty() ? "" : groups.get(i).getAsString(),
                    made.getAsJsonArray("labels").get(i).getAsFloat(),
                    made.getAsJsonArray("predictions").get(i).getAsFloat()));
        }
        return predictions(rows);
    }

    private static Predictions predictions(List<Prediction> rows) {
        return new Predictions(LabelSet.fer2013(), "test", Resolution.NATIVE, rows, List.of("valence"));
    }

    private static Prediction row(String sample, String group, float label, float predicted) {
        return Rows.row(LabelSet.fer2013(), sample, group, 0, 0)
                .with(new SampleValues(new float[] {predicted}, new float[] {label}));
    }

    private static JsonObject expected(String name) throws IOException {
        try (InputStream file = ValueScoreTest.class.getResourceAsStream("values_oracle.json")) {
            return JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject()
                    .getAsJsonObject(name);
        }
    }
}
