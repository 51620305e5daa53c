package org.maferstudio.ui.training.series;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;

/**
 * What a series starts from: the form of the Training pane.
 *
 * @param recipe of the form; null while it is invalid
 * @param onPreset the form's dataset and changes on another preset
 * @param seconds the estimated time of a training; NaN while the speed of its network is unknown
 */
public record SeriesBase(
        ObservableValue<Recipe> recipe, Function<RecipePreset, Recipe> onPreset, ToDoubleFunction<Recipe> seconds) {}
