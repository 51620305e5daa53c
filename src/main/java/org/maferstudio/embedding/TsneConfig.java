package org.maferstudio.embedding;

import org.maferstudio.texts.Texts;

/**
 * How a picture is made by t-SNE (van der Maaten and Hinton 2008).
 *
 * @param perplexity how many neighbours a point has, roughly, 2 to 500
 * @param learningRate above 0; 0 for scikit-learn's, a 48th of the points and 50 at least (Belkina et al. 2019)
 * @param iterations at most, 250 to 20,000
 * @param components to which principal component analysis brings the features first, 2 to 500
 * @param seed of the first places and of the sample
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

    /** The same from another seed. */
    public TsneConfig withSeed(long other) {
        return new TsneConfig(perplexity, learningRate, iterations, components, other);
    }

    /** The same with another perplexity. */
    public TsneConfig withPerplexity(double other) {
        return new TsneConfig(other, learningRate, iterations, components, seed);
    }

    /** The learning rate for so many points. */
    double rate(int points) {
        return learningRate > 0 ? learningRate : usualRate(points);
    }

    /** scikit-learn's learning rate for so many points. */
    static double usualRate(int points) {
        return Math.max(50, points / 48.0);
    }
}
