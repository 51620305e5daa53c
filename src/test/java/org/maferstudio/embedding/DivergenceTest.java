package org.maferstudio.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Progress;

/**
 * The divergence and the neighbourhoods of our embeddings against those of scikit-learn's t-SNE, on deep features of
 * faces; {@code make_divergence_oracle.py} and {@code make_barnes_hut_oracle.py} made points and numbers.
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

    private static int[] labels(int n) throws IOException {
        byte[] values = resource("component-labels.bin");
        return IntStream.range(0, n).map(i -> values[i]).toArray();
    }

    /** What scikit-learn reaches from its starts. */
    private static List<JsonElement> scikitLearn(String oracle, int n) throws IOException {
        return List.copyOf(JsonParser.parseString(new String(resource(oracle), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject(Integer.toString(n))
                .asMap()
                .values());
    }

    private static double best(String measure, int n, Function<DoubleStream, OptionalDouble> which) throws IOException {
        return which.apply(scikitLearn("barnes-hut-oracle.json", n).stream()
                        .mapToDouble(
                                start -> start.getAsJsonObject().get(measure).getAsDouble()))
                .orElseThrow();
    }

    private static double exactDivergence(Points points, Points positions) {
        double[][] at = Arrays.stream(positions.rows())
                .map(row -> new double[] {row[0], row[1]})
                .toArray(double[][]::new);
        return new KlDivergence(Affinities.of(points, TsneConfig.DEFAULT.perplexity())).of(at);
    }

    private static BarnesHutOptimiser barnesHut(Points points) {
        TsneConfig plan = TsneConfig.DEFAULT;
        Neighbours neighbours = Neighbours.of(
                        points, SparseAffinities.neighbours(plan.perplexity(), points.size()), Progress.NONE)
                .orElseThrow();
        BarnesHutOptimiser optimiser = new BarnesHutOptimiser(
                SparseAffinities.of(neighbours, plan.perplexity()),
                plan.rate(points.size()),
                plan.seed(),
                BarnesHutOptimiser.THETA);
        optimiser.advance(plan.iterations());
        return optimiser;
    }

    private static void assertExactIsAsGoodAsScikitLearn(int n) throws IOException {
        Tsne tsne = Tsne.of(points(n), TsneConfig.DEFAULT);
        while (!tsne.isDone()) {
            tsne.advance();
        }
        double theirs = scikitLearn("divergence-oracle.json", n).stream()
                .mapToDouble(JsonElement::getAsDouble)
                .min()
                .orElseThrow();
        assertTrue(tsne.cost() <= AT_MOST * theirs, () -> n + " points: KL " + tsne.cost() + " against " + theirs);
    }

    private static void assertBarnesHutIsAsGoodAsScikitLearn(int n) throws IOException {
        BarnesHutOptimiser optimiser = barnesHut(points(n));
        double divergence = optimiser.divergence();
        double theirs = best("kl", n, DoubleStream::min);
        assertTrue(divergence <= AT_MOST * theirs, () -> n + " points: KL " + divergence + " against " + theirs);
        double trustworthiness = NeighbourhoodMetrics.trustworthiness(points(n), optimiser.positions(), 5);
        assertTrue(trustworthiness >= best("trustworthiness", n, DoubleStream::max) - 0.01, () -> "" + trustworthiness);
        double accuracy = NeighbourhoodMetrics.accuracy(optimiser.positions(), labels(n), 10);
        assertTrue(accuracy >= best("accuracy", n, DoubleStream::max) - 0.01, () -> "" + accuracy);
    }

    @Test
    void itIsWithinTwoPercentAt700Points() throws IOException {
        assertExactIsAsGoodAsScikitLearn(700);
    }

    @Test
    @Tag("long")
    void itIsWithinTwoPercentAt1000Points() throws IOException {
        assertExactIsAsGoodAsScikitLearn(1000);
    }

    @Test
    void barnesHutIsWithinTwoPercentOfTheExactMethodAt1000Points() throws IOException {
        double divergence =
                exactDivergence(points(1000), barnesHut(points(1000)).positions());
        double exact = scikitLearn("divergence-oracle.json", 1000).stream()
                .mapToDouble(JsonElement::getAsDouble)
                .min()
                .orElseThrow();
        assertTrue(divergence <= AT_MOST * exact, () -> "KL " + divergence + " against " + exact);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 3000})
    void barnesHutIsAsGoodAsScikitLearns(int n) throws IOException {
        assertBarnesHutIsAsGoodAsScikitLearn(n);
    }
}
