package org.maferstudio.training.embedding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;

/**
 * The settings of an embedding.
 *
 * @param split its name, or {@link #ALL_SPLITS}; empty for test if there is one, otherwise validation
 * @param resolutions {@code native} and numbers of pixels, each once; each sample is included at each
 * @param samples maximum number of points, stratified by class
 * @param plan the parameters of t-SNE
 * @param device device and number of threads
 */
public record EmbeddingRequest(
        Optional<String> split, List<Resolution> resolutions, int samples, TsneConfig plan, DeviceConfig device) {
    /** Default maximum number of points. */
    public static final int SAMPLES = 3000;

    /** Instead of a split: all splits of the dataset. */
    public static final String ALL_SPLITS = "all";

    public EmbeddingRequest {
        resolutions = List.copyOf(resolutions);
        if (resolutions.isEmpty()) {
            throw new IllegalArgumentException("an embedding needs at least one resolution");
        }
        if (samples < 4) {
            throw new IllegalArgumentException("an embedding has 4 samples at least, got " + samples);
        }
    }

    /** Whether all splits are included. */
    boolean isOfAllSplits() {
        return split.equals(Optional.of(ALL_SPLITS));
    }

    /** The seed of the sample: that of t-SNE. */
    long seed() {
        return plan.seed();
    }

    /**
     * The name of its files, such as {@code test@native} or {@code test@native-12-p10}: contains all settings that are
     * not the default.
     *
     * @param split that is used
     */
    String name(String split) {
        TsneConfig usual = TsneConfig.DEFAULT;
        return split + "@" + resolutions.stream().map(Resolution::id).collect(Collectors.joining("-"))
                + (plan.perplexity() == usual.perplexity() ? "" : "-p" + Math.round(plan.perplexity()))
                + (plan.seed() == usual.seed() ? "" : "-s" + plan.seed());
    }
}
