package org.maferstudio.ui.training;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.OwnRecipe;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.PresetLists;

/** The presets of the form: those of the program, then the user's. */
final class RecipePresets implements PresetEdits.Form {
    private final RecipeForm form;
    private final PresetLists lists;
    private final ObservableList<RecipeStart> all = FXCollections.observableArrayList();

    RecipePresets(RecipeForm form, PresetLists lists) {
        this.form = form;
        this.lists = lists;
        lists.recipes().addListener((ListChangeListener<OwnRecipe>) change -> update());
        update();
    }

    private void update() {
        all.setAll(RecipePreset.values());
        all.addAll(lists.recipes());
    }

    /** All of them. */
    ObservableList<RecipeStart> all() {
        return all;
    }

    @Override
    public ObservableValue<String> own() {
        return Bindings.createStringBinding(
                () -> {
                    RecipeStart shown = form.presetProperty().get();
                    return lists.recipes().stream().anyMatch(shown::equals) ? shown.id() : "";
                },
                form.presetProperty(),
                lists.recipes());
    }

    @Override
    public ObservableValue<Boolean> savable() {
        return form.recipeProperty().isNotNull();
    }

    @Override
    public Function<OwnPresets, OwnRecipe> saving(String name) {
        Recipe recipe = form.recipeProperty().get();
        return files -> files.save(name, recipe);
    }

    @Override
    public void show(String name) {
        List<OwnRecipe> own = lists.recipes();
        own.stream().filter(preset -> preset.id().equals(name)).findFirst().ifPresent(form::keep);
    }
}
