package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.manifold.TSNE;
import smile.math.MathEx;

/** Probabilities of neighbours equal scikit-learn's ({@code make_affinity_oracle.py}), and Smile takes them over. */
class AffinitiesTest {
    private static Points random(int n, int dimension) {
        Random random = new Random(5);
        float[][] rows = new float[n][dimension];
        for (float[] row : rows) {
            for (int k = 0; k < dimension; k++) {
                row[k] = (float) random.nextGaussian() * (1 + k);
            }
        }
        return new Points(rows);
    }

    @Test
    void jointProbabilitiesAndTheDivergenceEqualScikitLearns() throws IOException {
        JsonObject oracle = oracle();
        Affinities affinities = Affinities.of(points(oracle), 12);
        JsonArray joint = oracle.getAsJsonArray("joint");
        int place = 0;
        for (int i = 0; i < affinities.size(); i++) {
            for (int j = i + 1; j < affinities.size(); j++) {
                double expected = joint.get(place++).getAsDouble();
                assertEquals(expected, affinities.joint(i, j), 5e-4 * expected + 1e-12, i + ", " + j);
            }
        }
        double[][] positions = new double[affinities.size()][];
        for (int i = 0; i < positions.length; i++) {
            float[] row = points(oracle).rows()[i];
            positions[i] = new double[] {row[0], row[1]};
        }
        assertEquals(oracle.get("kl").getAsDouble(), new KlDivergence(affinities).of(positions), 1e-4);
    }

    @Test
    void eachPointHasThePerplexityThatIsRequested() {
        Affinities affinities = Affinities.of(random(300, 10), 30);
        for (int i = 0; i < 300; i++) {
            assertEquals(30, affinities.perplexity(i), 1e-3);
        }
    }

    /** Its cost is of the probabilities that it holds, exaggerated twelvefold, and of Z with N more in it. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.9, 0.075})
    void smileTakesOverSoLargeAShareOfTheProbabilities(double share) {
        assertSmileHolds(random(150, 6), share);
    }

    @Test
    void smileAcceptsThemIfThePerplexityCannotBeMet() {
        Points points = random(90, 4);
        for (int i = 0; i < 40; i++) {
            points.rows()[i] = new float[] {1, 2, 3, 4};
        }
        assertEquals(39, Affinities.of(points, 12).perplexity(0), 0.1, "40 equal points are all neighbours");
        assertSmileHolds(points, 0.08);
    }

    private static void assertSmileHolds(Points points, double share) {
        Affinities affinities = Affinities.of(points, 12);
        int n = points.size();
        double[][] joint = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                joint[i][j] = affinities.joint(i, j);
            }
        }
        MathEx.setSeed(3);
        // A rate of 0: the points stay where they are, and the cost is told.
        TSNE smile = new TSNE(affinities.distancesForSmile(share), 2, affinities.perplexityForSmile(share), 0, 0);
        for (double[] at : smile.coordinates) {
            at[0] *= 30_000;
            at[1] *= 30_000;
        }
        smile.update(100);
        double[][] at = smile.coordinates;
        double all = KlDivergence.nearness(at) + n;
        double expected = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double x = at[i][0] - at[j][0];
                double y = at[i][1] - at[j][1];
                double p = 12 * share * joint[i][j];
                expected += 2 * p * Math.log(p * all * (1 + x * x + y * y)) / Math.log(2);
            }
        }
        assertEquals(expected, smile.cost(), 1e-6 * Math.abs(expected));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(
                        joint[i][j],
                        affinities.joint(i, j),
                        1e-9 * joint[i][j],
                        "what Smile is handed changes nothing");
            }
        }
    }

    private static Points points(JsonObject oracle) {
        return new Points(new Gson().fromJson(oracle.get("points"), float[][].class));
    }

    private static JsonObject oracle() throws IOException {
        try (Reader reader = new InputStreamReader(
                AffinitiesTest.class.getResourceAsStream("affinity-oracle.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }
}
