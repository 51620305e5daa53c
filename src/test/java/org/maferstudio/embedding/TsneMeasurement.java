package org.maferstudio.embedding;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How far the pictures of t-SNE are from the neighbourhoods, and how many neighbours each point has, to be laid beside
 * scikit-learn's: {@code measure_tsne.py} in the resources of this package calls it and says how.
 *
 * <p>Arguments: the features that {@code mafer embed} kept, how many of them to take, and a file for the principal
 * components, from which scikit-learn begins as well.
 */
final class TsneMeasurement {
    private TsneMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        Points all = TsneBenchmark.read(Path.of(arguments[0]));
        int n = Math.min(all.size(), Integer.parseInt(arguments[1]));
        Points points = new Points(Arrays.copyOf(all.rows(), n));
        long start = System.nanoTime();
        Tsne tsne = new Tsne(points, TsneConfig.DEFAULT);
        while (!tsne.isDone()) {
            tsne.advance();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Points components = tsne.components().coordinates();
        try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(arguments[2])), false, "UTF-8")) {
            for (float[] row : components.rows()) {
                out.println(Arrays.toString(row).replaceAll("[\\[\\] ]", ""));
            }
        }
        Affinities affinities = Affinities.of(components, TsneConfig.DEFAULT.perplexity());
        double[] perplexities = IntStream.range(0, n)
                .mapToDouble(affinities::perplexity)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "{\"points\": %d, \"kl\": %.4f, \"iterations\": %d, \"settled\": %b, \"seconds\": %.1f, \"perplexity\":"
                        + " [%.3f, %.3f, %.3f]}%n",
                n,
                tsne.cost(),
                tsne.iterations(),
                tsne.isConverged(),
                seconds,
                perplexities[0],
                perplexities[n / 2],
                perplexities[n - 1]);
    }
}
