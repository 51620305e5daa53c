package org.maferstudio.ui.workbench;

import org.maferstudio.recipe.Recipe;

/**
 * What some pane wants the pane of training to do with a recipe.
 *
 * @param recipe the recipe, with its dataset
 */
public record RecipeRequest(Recipe recipe, How how) {
    /** What to do with it. */
    public enum How {
        /** Put it into the form, to be changed there. */
        EDIT,
        /** Train it. */
        TRAIN
    }
}
