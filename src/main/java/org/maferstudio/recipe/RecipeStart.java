package org.maferstudio.recipe;

/** A named recipe that others start from: a {@link RecipePreset} of the program, or an {@link OwnRecipe}. */
public interface RecipeStart {
    /** Its name on the command line. */
    String id();

    /** Its displayed name. */
    String title();

    /** The recipe, on drawn faces until another dataset is chosen. */
    Recipe recipe();
}
