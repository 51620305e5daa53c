package org.maferstudio.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;

/**
 * Which embedding to make.
 *
 * @param split its name; empty for test where there is one, else validation
 * @param resolutions {@code native} and numbers of pixels, each once; each sample is shown at each
 * @param samples how many points at most, drawn so that each class keeps its share
 * @param plan how the picture is made
 * @param machine on which device, with how many threads
 */
public record EmbeddingRequest(
        Optional<String> split, List<Resolution> resolutions, int samples, TsneConfig plan, DeviceConfig machine) {
    /** How many points there are where nobody says it. */
    public static final int SAMPLES = 3000;

    public EmbeddingRequest {
        resolutions = List.copyOf(resolutions);
        if (resolutions.isEmpty()) {
            throw new IllegalArgumentException("an embedding needs at least one resolution");
        }
        if (samples < 4) {
            throw new IllegalArgumentException("an embedding has 4 samples at least, got " + samples);
        }
    }

    /** With which seed samples are drawn: that of the picture. */
    long seed() {
        return plan.seed();
    }

    /**
     * The name of its files, such as {@code test@native} or {@code test@native-12-p10}: what is not usual is in it.
     *
     * @param split that was looked at
     */
    String name(String split) {
        TsneConfig usual = TsneConfig.DEFAULT;
        return split + "@" + resolutions.stream().map(Resolution::id).collect(Collectors.joining("-"))
                + (plan.perplexity() == usual.perplexity() ? "" : "-p" + Math.round(plan.perplexity()))
                + (plan.seed() == usual.seed() ? "" : "-s" + plan.seed());
    }
}
