package org.maferstudio.ui.training;

import java.util.List;
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
            Texts.of("training.form.validateAt.label"),
            NumberInput.whole(0, Resolution.MOST, 0),
            Texts.of("training.form.validateAt.help"));
    private final Choice at = new Choice(
            "course.bestAt",
            Texts.of("training.form.bestAt.label"),
            List.of("native", "low", "mean"),
            Texts.of("training.form.bestAt.help"));

    ValidationInputs() {
        low.input().valueProperty().addListener((property, old, now) -> follow());
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.form.validation.label"),
                false,
                List.of(
                        List.of(
                                new Choice(
                                        "course.bestBy",
                                        Texts.of("training.form.bestBy.label"),
                                        List.of("accuracy", "mean-class-accuracy", "macro-f1", "loss"),
                                        Texts.of("training.form.bestBy.help")),
                                new Numeric(
                                        "course.validationsPerEpoch",
                                        Texts.of("training.form.validationsPerEpoch.label"),
                                        NumberInput.whole(1, 100_000, 1),
                                        Texts.of("training.form.validationsPerEpoch.help"))),
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
                                Texts.of("training.form.earlyStop.label"),
                                NumberInput.whole(0, 100_000, 0),
                                Texts.of("training.form.earlyStop.help"))),
                        List.of(new Numbers(
                                "resolutions",
                                Texts.of("training.form.resolutions.label"),
                                NumbersInput.resolutions(),
                                Texts.of("training.form.resolutions.none"),
                                Texts.of("training.form.resolutions.help")))));
    }

    /** Where the best is chosen; native where validations look nowhere else. */
    Choice at() {
        return at;
    }

    private void follow() {
        at.relevantProperty().set(low.isValid() && low.input().getInt() > 0);
    }
}
