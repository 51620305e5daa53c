package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

/** Temperatures against SciPy's minimiser, see {@code make_temperature.py}. */
class TemperatureScalingTest {
    private static final LabelSet LABELS = new LabelSet(List.of("anger", "fear", "happiness", "neutral", "sadness"));
    private static final List<Prediction> ROWS = new ArrayList<>();
    private static final List<float[]> SCALED = new ArrayList<>();
    private static double temperature;

    @BeforeAll
    static void read() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                TemperatureScalingTest.class.getResourceAsStream("temperature.csv"), StandardCharsets.UTF_8))) {
            temperature = Double.parseDouble(reader.readLine().split(",")[1]);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                ROWS.add(new Prediction("i" + ROWS.size(), "", Integer.parseInt(cells[0]), 0, floats(cells, 1)));
                SCALED.add(floats(cells, 6));
            }
        }
    }

    private static float[] floats(String[] cells, int from) {
        float[] floats = new float[5];
        for (int i = 0; i < 5; i++) {
            floats[i] = Float.parseFloat(cells[from + i]);
        }
        return floats;
    }

    private static Predictions predictions(List<Prediction> rows) {
        return new Predictions(LABELS, "validation", Resolution.NATIVE, rows);
    }

    @Test
    void theTemperatureIsThatOfTheLeastCrossEntropy() {
        assertEquals(temperature, TemperatureScaling.fit(predictions(ROWS)).temperature(), 1e-4);
    }

    @Test
    void scaledProbabilitiesAreThoseOfDividedLogits() {
        List<Prediction> scaled =
                new TemperatureScaling(temperature).apply(predictions(ROWS)).rows();
        for (int i = 0; i < scaled.size(); i++) {
            assertArrayEquals(SCALED.get(i), scaled.get(i).probabilities(), 2e-6f);
            assertEquals(ROWS.get(i).predicted(), scaled.get(i).predicted());
        }
        assertEquals(1, TemperatureScaling.fit(predictions(scaled)).temperature(), 1e-4);
    }

    @Test
    void aNetworkThatIsNeverWrongGetsTheLowestTemperature() {
        List<Prediction> right = ROWS.stream()
                .map(row -> {
                    int top = 0;
                    for (int c = 1; c < 5; c++) {
                        top = row.probabilities()[c] > row.probabilities()[top] ? c : top;
                    }
                    return new Prediction(row.sample(), "", top, top, row.probabilities());
                })
                .toList();
        assertEquals(0.05, TemperatureScaling.fit(predictions(right)).temperature(), 1e-3);
    }

    @Test
    void predictionsWithoutProbabilitiesHaveNone() {
        Predictions bare = predictions(List.of(Prediction.withoutProbabilities("a", "", 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> TemperatureScaling.fit(bare));
    }
}
