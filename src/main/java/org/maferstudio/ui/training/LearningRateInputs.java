package org.maferstudio.ui.training;

import static org.maferstudio.ui.training.RecipeInputs.choice;
import static org.maferstudio.ui.training.RecipeInputs.real;
import static org.maferstudio.ui.training.RecipeInputs.whole;

import java.util.List;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numeric;

/** The fields of how the learning rate changes over a run. */
final class LearningRateInputs {
    private final Choice shape = choice(
            "learningRate.shape",
            Texts.of("training.over-time"),
            Texts.of("training.cosine-to-the-least-rate-at-the"),
            "cosine",
            "plateau",
            "step",
            "constant");
    private final Numeric warmUp = real(
            "learningRate.warmUpEpochs",
            Texts.of("training.warm-up-epochs"),
            0,
            1000,
            Texts.of("training.the-rate-climbs-to-its-start"));
    private final Numeric patience = whole(
            "learningRate.patience",
            Texts.of("training.patience-validations"),
            0,
            10_000,
            Texts.of("training.without-improvement-borne"));
    private final Numeric threshold = real(
            "learningRate.threshold",
            Texts.of("training.threshold"),
            0,
            1,
            Texts.of("training.the-relative-change-that-counts"));
    private final Choice watches = choice(
            "learningRate.watches",
            Texts.of("training.plateau-of"),
            Texts.of("training.what-has-to-improve-the-measure"),
            "best",
            "loss",
            "loss-with-teacher");
    private final Numeric every = whole(
            "learningRate.everyEpochs",
            Texts.of("training.every-epochs"),
            1,
            100_000,
            Texts.of("training.after-so-many-epochs-the-rate"));
    private final Numeric everyValidations = whole(
            "learningRate.everyValidations",
            Texts.of("training.form.everyValidations.label"),
            0,
            1_000_000,
            Texts.of("training.form.everyValidations.help"));
    private final Numeric factor = real(
            "learningRate.factor",
            Texts.of("training.factor"),
            0,
            1,
            Texts.of("training.what-the-rate-is-multiplied-with"));
    private final Numeric minimum = real(
            "learningRate.minimum", Texts.of("training.least-rate"), 0, 10, Texts.of("training.where-the-rate-stops"));

    LearningRateInputs() {
        shape.chosenProperty().addListener((property, old, now) -> follow());
        everyValidations.input().valueProperty().addListener((property, old, now) -> follow());
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.learning-rate"),
                false,
                List.of(
                        List.of(shape, warmUp),
                        List.of(patience, threshold),
                        List.of(watches),
                        List.of(every, everyValidations),
                        List.of(factor, minimum)));
    }

    private void follow() {
        boolean plateau = shape.is("plateau");
        patience.relevantProperty().set(plateau);
        threshold.relevantProperty().set(plateau);
        watches.relevantProperty().set(plateau);
        boolean step = shape.is("step");
        everyValidations.relevantProperty().set(step);
        every.relevantProperty().set(step && !positive(everyValidations));
        factor.relevantProperty().set(plateau || step);
        minimum.relevantProperty().set(plateau || shape.is("cosine"));
    }

    private static boolean positive(Numeric number) {
        return number.isValid() && number.input().get() > 0;
    }
}
