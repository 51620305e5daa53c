package org.maferstudio.experiment;

import java.util.List;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.schedule.Resolution;

/**
 * How an embedding came about, and how far to trust it.
 *
 * @param source which features it shows
 * @param plan how the image was made
 * @param iterations how many there were
 * @param settled whether it had settled; false where it was stopped or its iterations were over before
 * @param klDivergence the Kullback-Leibler divergence of the image in the end, in nats; NaN if unknown
 * @param varianceKept the share of the features' variance in the components that the image is made from, 0 to 1
 * @param quality numbers of features and image
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
     * Which features.
     *
     * @param split of the dataset
     * @param resolutions {@code native} or pixels; each sample is there once at each
     * @param samples how many were drawn
     * @param of how many there were
     * @param seed with which they were drawn
     * @param network the SHA-256 of the weights that were asked
     */
    public record Source(String split, List<Resolution> resolutions, int samples, int of, long seed, String network) {
        public Source {
            split = split == null ? "" : split;
            resolutions = resolutions == null ? List.of() : List.copyOf(resolutions);
            network = network == null ? "" : network;
        }
    }

    /**
     * Numbers beside a image, NaN where there are none; a image alone misleads.
     *
     * @param neighbours of how many nearest neighbours {@code accuracy} takes the vote
     * @param accuracy the share of points whose neighbours' vote is their label, among the features, 0 to 1
     * @param accuracyInPlane the same in the image
     * @param silhouette of the labels among the features, -1 to 1
     * @param silhouetteInPlane the same in the image
     * @param trustworthiness of the image among the features, with {@link EmbeddingMetadata#TRUSTED} neighbours, 0 to 1
     */
    public record Quality(
            int neighbours,
            double accuracy,
            double accuracyInPlane,
            double silhouette,
            double silhouetteInPlane,
            double trustworthiness) {}

    /** How many neighbours trustworthiness looks at. */
    public static final int TRUSTED = 5;

    /** Whether version 0.1.0 made it, whose neighbourhoods had another perplexity than requested. */
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
