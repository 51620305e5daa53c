package org.maferstudio.ui.training;

import java.util.List;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.FileChoice;
import org.maferstudio.ui.training.RecipeInput.Numeric;

/** The fields of whom a network learns from beside the labels. */
final class TeacherInputs {
    private final Choice who = RecipeInputs.choice(
            "objective.teacher.who",
            Texts.of("training.form.teacher.label"),
            Texts.of("training.form.teacher.help"),
            "none",
            "base",
            "file");
    private final Numeric lambda = RecipeInputs.real(
            "objective.teacher.lambda",
            Texts.of("training.form.lambda.label"),
            0,
            1e6,
            Texts.of("training.form.lambda.help"));
    private final FileChoice weights = new FileChoice(
            "objective.teacher.weights",
            Texts.of("training.form.teacherWeights.label"),
            Texts.of("training.form.teacherWeights.help"));

    private final Choice draws = RecipeInputs.choice(
            "objective.teacher.draws",
            Texts.of("training.form.teacherDraws.label"),
            Texts.of("training.form.teacherDraws.help"),
            "shared",
            "own");

    TeacherInputs() {
        who.chosenProperty().addListener((property, old, now) -> follow());
        follow();
    }

    /** The file of a teacher of its own. */
    FileChoice weights() {
        return weights;
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section(
                Texts.of("training.form.teacher.label"),
                false,
                List.of(List.of(who, lambda), List.of(draws), List.of(weights)));
    }

    private void follow() {
        weights.relevantProperty().set(who.is("file"));
        lambda.relevantProperty().set(!who.is("none"));
        draws.relevantProperty().set(!who.is("none"));
    }
}
