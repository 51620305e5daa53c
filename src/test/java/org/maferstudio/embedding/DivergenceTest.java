package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The divergence of our pictures against that of scikit-learn's exact t-SNE, on deep features of faces; {@code
 * make_divergence_oracle.py} made points and numbers.
 */
class DivergenceTest {
    private static final int DIMENSION = 50;

    /** An optimiser may stop only within this share of the better of scikit-learn's two starts. */
    private static final double AT_MOST = 1.02;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DivergenceTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static Points points(int n) throws IOException {
        byte[] values = resource("components.bin");
        float[][] rows = new float[n][DIMENSION];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < DIMENSION; k++) {
                rows[i][k] = values[i * DIMENSION + k];
            }
        }
        return new Points(rows);
    }

    private static double scikitLearn(int n) throws IOException {
        return JsonParser.parseString(new String(resource("divergence-oracle.json"), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject(Integer.toString(n))
                .asMap()
                .values()
                .stream()
                .mapToDouble(JsonElement::getAsDouble)
                .min()
                .orElseThrow();
    }

    private static void assertAsGoodAsScikitLearn(int n) throws IOException {
        Tsne tsne = new Tsne(points(n), TsneConfig.DEFAULT);
        while (!tsne.isDone()) {
            tsne.advance();
        }
        double theirs = scikitLearn(n);
        assertTrue(tsne.cost() <= AT_MOST * theirs, () -> n + " points: KL " + tsne.cost() + " against " + theirs);
    }

    @Test
    void itIsWithinTwoPercentAt700Points() throws IOException {
        assertAsGoodAsScikitLearn(700);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3000})
    @Tag("long")
    void itIsWithinTwoPercentAtMorePoints(int n) throws IOException {
        assertAsGoodAsScikitLearn(n);
    }
}
