package org.maferstudio.ui.embedding;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.ui.controls.NumberInput;

/** What is typed about resolutions and about how pictures are made. */
final class EmbeddingForm {
    private final StringProperty resolutions = new SimpleStringProperty(this, "resolutions", Resolution.NATIVE_ID);
    private final BooleanProperty together = new SimpleBooleanProperty(this, "together");
    private final BooleanProperty allSplits = new SimpleBooleanProperty(this, "allSplits");
    private final NumberInput perplexity = NumberInput.real(2, 500, TsneConfig.DEFAULT.perplexity());
    private final NumberInput samples = NumberInput.whole(4, 200_000, EmbeddingRequest.SAMPLES);
    private final NumberInput iterations = NumberInput.whole(250, 20_000, TsneConfig.DEFAULT.iterations());
    private final NumberInput seed = NumberInput.whole(0, 1_000_000_000, TsneConfig.DEFAULT.seed());

    /** What was typed: {@code native, 24, 12}. */
    StringProperty resolutionsProperty() {
        return resolutions;
    }

    /** Whether several resolutions share one embedding, instead of one each. */
    BooleanProperty togetherProperty() {
        return together;
    }

    /** Whether all splits are included, instead of the test split. */
    BooleanProperty allSplitsProperty() {
        return allSplits;
    }

    /** The split that is asked for; empty for the default. */
    Optional<String> split() {
        return allSplits.get() ? Optional.of(EmbeddingRequest.ALL_SPLITS) : Optional.empty();
    }

    NumberInput perplexity() {
        return perplexity;
    }

    NumberInput samples() {
        return samples;
    }

    NumberInput iterations() {
        return iterations;
    }

    NumberInput seed() {
        return seed;
    }

    /** Whether all numbers are in range. */
    boolean isValid() {
        return Stream.of(perplexity, samples, iterations, seed).allMatch(NumberInput::isValid);
    }

    /** How pictures are made; only where all is valid. */
    TsneConfig plan() {
        return new TsneConfig(perplexity.get(), 0, iterations.getInt(), TsneConfig.DEFAULT.components(), seed.getInt());
    }
}
