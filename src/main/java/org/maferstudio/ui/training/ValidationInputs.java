package org.maferstudio.ui.training;

import java.util.List;
import org.maferstudio.ui.parts.NumberInput;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.Numbers;
import org.maferstudio.ui.training.RecipeInput.Numeric;

/** The fields of how the validation part is looked at, and what follows from it. */
final class ValidationInputs {
    private final Numeric low = new Numeric(
            "course.validateAt",
            "Also at (px, 0: no)",
            NumberInput.whole(0, 4096, 0),
            "Each validation looks a second time, at this resolution; both stand in the curves.");
    private final Choice at = new Choice(
            "course.bestAt",
            "Best at",
            List.of("native", "low", "mean"),
            "At which of the two resolutions the best is chosen, or by their mean.");

    ValidationInputs() {
        low.input().valueProperty().addListener((property, old, now) -> follow());
        follow();
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                "Validation",
                false,
                List.of(
                        List.of(
                                new Choice(
                                        "course.bestBy",
                                        "Keep the best by",
                                        List.of("accuracy", "mean-class-accuracy", "macro-f1", "loss"),
                                        "The measure on the validation part."),
                                new Numeric(
                                        "course.validationsPerEpoch",
                                        "Times an epoch",
                                        NumberInput.whole(1, 100, 1),
                                        "How often an epoch stops to look.")),
                        List.of(low, at),
                        List.of(new Numeric(
                                "course.earlyStop",
                                "End early after (validations)",
                                NumberInput.whole(0, 100_000, 0),
                                "So many validations without improvement end the training; 0 never does.")),
                        List.of(new Numbers(
                                "resolutions",
                                "Resolutions in the end (px)",
                                NumbersInput.resolutions(),
                                "native alone",
                                "Beside native, the kept network is asked about the validation part at these."))));
    }

    /** Where the best is chosen; native where validations look nowhere else. */
    Choice at() {
        return at;
    }

    private void follow() {
        at.relevantProperty().set(low.isValid() && low.input().getInt() > 0);
    }
}
