package org.maferstudio.recipe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The paper's model of the initial weights, if stated; a weight file does not contain it. {@link #id()} is the name in
 * files.
 */
public enum PaperModel {
    /** Another model, or not stated. */
    OTHER("", 0.1),
    /** SE-ResNet-50 pretrained on VGGFace2, as published: its batch norms' statistics never move. */
    BASE("base", 0),
    /** Trained across resolutions with a teacher. */
    CR("CR", 0.1),
    /** Trained across resolutions without one. */
    CR_SIMPLIFIED("CR-Simplified", 0.1),
    /** {@link #CR}, trained on with Aff-Wild2. */
    CR_AFFWILD2("CR+AffWild2", 0.1);

    private final String published;
    private final double batchNormMomentum;

    PaperModel(String published, double batchNormMomentum) {
        this.published = published;
        this.batchNormMomentum = batchNormMomentum;
    }

    /** Such as {@code cr-simplified}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The model of this name.
     *
     * @throws Problem if there is none, naming those that there are
     */
    public static PaperModel of(String id) {
        return Arrays.stream(values())
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.input(Texts.of(
                        "recipe.baseModel.error.unknown",
                        id,
                        Arrays.stream(values()).map(PaperModel::id).collect(Collectors.joining(", ")))));
    }

    /** The paper's name of it; empty if not stated. */
    public Optional<String> published() {
        return published.isEmpty() ? Optional.empty() : Optional.of(published);
    }

    /** How far a step of fine-tuning moves the running statistics of batch norms, as the authors load this model. */
    double batchNormMomentum() {
        return batchNormMomentum;
    }
}
