package org.maferstudio.recipe;

import org.maferstudio.datasets.DatasetSource;

/**
 * A recipe preset of the user.
 *
 * @param id its name, see {@link OwnPresets}
 * @param recipe of this name; its dataset is not part of the preset
 */
public record OwnRecipe(String id, Recipe recipe) implements RecipeStart {
    public OwnRecipe {
        recipe = recipe.named(id).on(DatasetSource.of("drawn"));
    }

    @Override
    public String title() {
        return id;
    }
}
