package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers beside a picture against scikit-learn; {@code make_embedding_oracles.py} made them. */
class ScikitLearnTest {
    private static final double TOLERANCE = 1e-6;

    private static JsonObject oracle(String name) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ScikitLearnTest.class.getResourceAsStream("embedding-oracles.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Points points(JsonArray array) {
        float[][] rows = new float[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            JsonArray row = array.get(i).getAsJsonArray();
            rows[i] = new float[row.size()];
            for (int k = 0; k < row.size(); k++) {
                rows[i][k] = row.get(k).getAsFloat();
            }
        }
        return new Points(rows);
    }

    private static int[] labels(JsonObject oracle) {
        return oracle.getAsJsonArray("labels").asList().stream()
                .mapToInt(label -> label.getAsInt())
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "wide", "flat"})
    void principalComponentsKeepTheSameVariance(String name) {
        JsonObject oracle = oracle(name);
        Points points = points(oracle.getAsJsonArray("points"));
        PrincipalComponents components = PrincipalComponents.of(points, 5);
        assertEquals(oracle.get("variance_kept").getAsDouble(), components.varianceKept(), TOLERANCE);
        JsonArray variances = oracle.getAsJsonArray("variances");
        for (int k = 0; k < variances.size(); k++) {
            assertEquals(variances.get(k).getAsDouble(), components.variances()[k], TOLERANCE, "component " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "wide", "flat"})
    void neighboursSilhouetteAndTrustworthinessAreTheSame(String name) {
        JsonObject oracle = oracle(name);
        Points points = points(oracle.getAsJsonArray("points"));
        Points positions = points(oracle.getAsJsonArray("picture"));
        int[] labels = labels(oracle);
        oracle.getAsJsonObject("accuracy")
                .entrySet()
                .forEach(entry -> assertEquals(
                        entry.getValue().getAsDouble(),
                        NeighbourhoodMetrics.accuracy(points, labels, Integer.parseInt(entry.getKey())),
                        TOLERANCE,
                        "k " + entry.getKey()));
        assertEquals(
                oracle.get("silhouette").getAsDouble(), NeighbourhoodMetrics.silhouette(points, labels), TOLERANCE);
        assertEquals(
                oracle.get("silhouette_picture").getAsDouble(),
                NeighbourhoodMetrics.silhouette(positions, labels),
                TOLERANCE);
        oracle.getAsJsonObject("trustworthiness")
                .entrySet()
                .forEach(entry -> assertEquals(
                        entry.getValue().getAsDouble(),
                        NeighbourhoodMetrics.trustworthiness(points, positions, Integer.parseInt(entry.getKey())),
                        TOLERANCE,
                        "k " + entry.getKey()));
    }
}
