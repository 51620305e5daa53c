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
            Texts.of("training.form.rateSchedule.label"),
            Texts.of("training.form.rateSchedule.help"),
            "cosine",
            "plateau",
            "step",
            "constant");
    private final Numeric warmUp = real(
            "learningRate.warmUpEpochs",
            Texts.of("training.form.warmUp.label"),
            0,
            1000,
            Texts.of("training.form.warmUp.help"));
    private final Numeric patience = whole(
            "learningRate.patience",
            Texts.of("training.form.patience.label"),
            0,
            10_000,
            Texts.of("training.form.patience.help"));
    private final Numeric threshold = real(
            "learningRate.threshold",
            Texts.of("training.form.threshold.label"),
            0,
            1,
            Texts.of("training.form.threshold.help"));
    private final Choice watches = choice(
            "learningRate.watches",
            Texts.of("training.form.watches.label"),
            Texts.of("training.form.watches.help"),
            "best",
            "loss",
            "loss-with-teacher");
    private final Numeric every = whole(
            "learningRate.everyEpochs",
            Texts.of("training.form.everyEpochs.label"),
            1,
            100_000,
            Texts.of("training.form.everyEpochs.help"));
    private final Numeric everyValidations = whole(
            "learningRate.everyValidations",
            Texts.of("training.form.everyValidations.label"),
            0,
            1_000_000,
            Texts.of("training.form.everyValidations.help"));
    private final Numeric factor = real(
            "learningRate.factor", Texts.of("training.form.factor.label"), 0, 1, Texts.of("training.form.factor.help"));
    private final Numeric minimum = real(
            "learningRate.minimum",
            Texts.of("training.form.minimumRate.label"),
            0,
            10,
            Texts.of("training.form.minimumRate.help"));

    LearningRateInputs() {
        shape.chosenProperty().addListener((property, old, now) -> follow());
        everyValidations.input().valueProperty().addListener((property, old, now) -> follow());
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.form.learningRate.label"),
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
