/**
 * The recipe of a training: all that determines it, checked, and as JSON. Open {@link org.maferstudio.recipe.Recipe}
 * first, then {@link org.maferstudio.recipe.RecipePreset}.
 *
 * <p>A recipe that someone wrote manually is read strictly: an unknown field is an error that names it.
 */
package org.maferstudio.recipe;
