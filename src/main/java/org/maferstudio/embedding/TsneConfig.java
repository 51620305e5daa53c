package org.maferstudio.embedding;

import org.maferstudio.texts.Texts;

/**
 * Parameters of t-SNE (van der Maaten and Hinton 2008).
 *
 * @param perplexity approximate number of neighbours of a point, 2 to 500
 * @param learningRate above 0; 0 for scikit-learn's: number of points / 48, at least 50 (Belkina et al. 2019)
 * @param iterations maximum number, 250 to 20,000
 * @param components number of principal components to which features are reduced first, 2 to 500
 * @param seed of the initial positions and of the sample
 */
public record TsneConfig(double perplexity, double learningRate, int iterations, int components, long seed) {
    /** Perplexity 30, at most 1,000 iterations, 50 components. */
    public static final TsneConfig DEFAULT = new TsneConfig(30, 0, 1000, 50, 17);

    public TsneConfig {
        if (!(perplexity >= 2 && perplexity <= 500)) {
            throw new IllegalArgumentException(Texts.of("embedding.error.perplexity.range", perplexity));
        }
        if (!(learningRate >= 0 && learningRate <= 1e6)) {
            throw new IllegalArgumentException(Texts.of("embedding.error.learningRate.range", learningRate));
        }
        if (iterations < Tsne.EXAGGERATED || iterations > 20_000) {
            throw new IllegalArgumentException(
                    Texts.of("embedding.error.iterations.range", Tsne.EXAGGERATED, iterations));
        }
        if (components < 2 || components > 500) {
            throw new IllegalArgumentException(Texts.of("embedding.error.components.range", components));
        }
    }

    /** Returns a copy with another seed. */
    public TsneConfig withSeed(long other) {
        return new TsneConfig(perplexity, learningRate, iterations, components, other);
    }

    /** Returns a copy with another perplexity. */
    public TsneConfig withPerplexity(double other) {
        return new TsneConfig(other, learningRate, iterations, components, seed);
    }

    /** The learning rate for a number of points. */
    double rate(int points) {
        return learningRate > 0 ? learningRate : defaultRate(points);
    }

    /** scikit-learn's learning rate for a number of points. */
    static double defaultRate(int points) {
        return Math.max(50, points / 48.0);
    }
}
