package org.maferstudio.ui.training;

import java.util.List;
import org.maferstudio.experiment.TrainingConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numbers;
import org.maferstudio.ui.training.RecipeInput.Numeric;

/** The fields of how the validation part is looked at, and what follows from it. */
final class ValidationInputs {
    private final Numeric low = new Numeric(
            "course.validateAt",
            Texts.of("training.also-at-px-0-no"),
            NumberInput.whole(0, Resolution.MOST, 0),
            Texts.of("training.each-validation-looks-a-second"));
    private final Choice at = new Choice(
            "course.bestAt",
            Texts.of("training.best-at"),
            List.of("native", "low", "mean"),
            Texts.of("training.at-which-of-the-two-resolutions"));

    ValidationInputs() {
        low.input().valueProperty().addListener((property, old, now) -> follow());
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.validation"),
                false,
                List.of(
                        List.of(
                                new Choice(
                                        "course.bestBy",
                                        Texts.of("training.keep-the-best-by"),
                                        List.of("accuracy", "mean-class-accuracy", "macro-f1", "loss"),
                                        Texts.of("training.the-measure-on-the-validation")),
                                new Numeric(
                                        "course.validationsPerEpoch",
                                        Texts.of("training.times-an-epoch"),
                                        NumberInput.whole(1, TrainingConfig.MOST_VALIDATIONS, 1),
                                        Texts.of("training.how-often-an-epoch-stops-to-look"))),
                        List.of(low, at),
                        List.of(
                                new Numeric(
                                        "course.validationStride",
                                        Texts.of("training.form.validationStride.label"),
                                        NumberInput.whole(1, 100_000, 1),
                                        Texts.of("training.form.validationStride.help")),
                                new Choice(
                                        "course.keep",
                                        Texts.of("training.form.keep.label"),
                                        List.of("best", "last"),
                                        Texts.of("training.form.keep.help"))),
                        List.of(new Numeric(
                                "course.earlyStop",
                                Texts.of("training.end-early-after-validations"),
                                NumberInput.whole(0, 100_000, 0),
                                Texts.of("training.so-many-validations-without"))),
                        List.of(new Numbers(
                                "resolutions",
                                Texts.of("training.resolutions-in-the-end-px"),
                                NumbersInput.resolutions(),
                                Texts.of("training.native-alone"),
                                Texts.of("training.beside-native-the-kept-network")))));
    }

    /** Where the best is chosen; native where validations look nowhere else. */
    Choice at() {
        return at;
    }

    private void follow() {
        at.relevantProperty().set(low.isValid() && low.input().getInt() > 0);
    }
}
