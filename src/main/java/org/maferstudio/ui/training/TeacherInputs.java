package org.maferstudio.ui.training;

import java.util.List;
import org.maferstudio.ui.training.RecipeInput.Choice;
import org.maferstudio.ui.training.RecipeInput.FileChoice;
import org.maferstudio.ui.training.RecipeInput.Numeric;

/** The fields of whom a network learns from beside the labels. */
final class TeacherInputs {
    private final Choice who = RecipeInputs.choice(
            "objective.teacher.who",
            "Teacher",
            "A network that never changes and sees each picture as it is, while the student sees it lowered.",
            "none",
            "base",
            "file");
    private final Numeric lambda = RecipeInputs.real(
            "objective.teacher.lambda",
            "Lambda",
            0,
            1e6,
            "How much the mean squared distance of the features counts beside the cross entropy.");
    private final FileChoice weights = new FileChoice(
            "objective.teacher.weights",
            "The teacher's weight file",
            "Of any kind, and of the same network as the student's; its classifier is of no matter.");

    TeacherInputs() {
        who.chosenProperty().addListener((property, old, now) -> follow());
        follow();
    }

    /** The file of a teacher of its own. */
    FileChoice weights() {
        return weights;
    }

    RecipeInputs.Section section() {
        return new RecipeInputs.Section("Teacher", false, List.of(List.of(who, lambda), List.of(weights)));
    }

    private void follow() {
        weights.relevantProperty().set(who.is("file"));
        lambda.relevantProperty().set(!who.is("none"));
    }
}
