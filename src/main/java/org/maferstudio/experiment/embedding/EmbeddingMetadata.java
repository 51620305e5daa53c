package org.maferstudio.experiment.embedding;

import java.util.List;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.schedule.Resolution;

/**
 * The settings and the quality of an embedding.
 *
 * @param source of the features
 * @param plan parameters of t-SNE
 * @param iterations number of iterations done
 * @param settled whether it converged; false if it was stopped or the maximum number of iterations was reached
 * @param klDivergence the final Kullback-Leibler divergence, in nats; NaN if unknown
 * @param varianceKept the share of variance explained by the principal components that were used, 0 to 1
 * @param quality of the features and the embedding
 */
public record EmbeddingMetadata(
        Source source,
        TsneConfig plan,
        int iterations,
        boolean settled,
        double klDivergence,
        double varianceKept,
        Quality quality) {
    /**
     * The source of the features.
     *
     * @param split of the dataset
     * @param resolutions {@code native} or pixels; each sample is included once at each
     * @param samples number of drawn samples
     * @param of number of available samples
     * @param seed of the sample
     * @param network the SHA-256 of the weights
     */
    public record Source(String split, List<Resolution> resolutions, int samples, int of, long seed, String network) {
        public Source {
            split = split == null ? "" : split;
            resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
            network = network == null ? "" : network;
        }
    }

    /**
     * Quality measures, NaN if unknown, because the embedding alone can be misleading.
     *
     * @param neighbours number of nearest neighbours used for {@code accuracy}
     * @param accuracy of a nearest-neighbour classifier on the features, 0 to 1
     * @param accuracyInPlane the same in the embedding
     * @param silhouette of the labels on the features, -1 to 1
     * @param silhouetteInPlane the same in the embedding
     * @param trustworthiness of the embedding with {@link EmbeddingMetadata#TRUSTED} neighbours, 0 to 1
     */
    public record Quality(
            int neighbours,
            double accuracy,
            double accuracyInPlane,
            double silhouette,
            double silhouetteInPlane,
            double trustworthiness) {}

    /** Number of neighbours used for the trustworthiness. */
    public static final int TRUSTED = 5;

    /** Whether it was computed by version 0.1.0, which used another perplexity than requested. */
    public boolean hasWrongPerplexity() {
        return iterations > 0 && Double.isNaN(klDivergence);
    }

    public EmbeddingMetadata {
        source = source == null ? new Source("", List.of(), 0, 0, 0, "") : source;
        plan = plan == null ? TsneConfig.DEFAULT : plan;
        quality =
                quality == null ? new Quality(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN) : quality;
    }
}
