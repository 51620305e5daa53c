package org.maferstudio.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Converts recipes of earlier versions to the current fields. */
final class OlderRecipe {
    /** The current place of a field of the augmentation. */
    private static final Map<String, String> MOVED = Map.of(
            "shift", "motion",
            "rotate", "motion",
            "scale", "motion",
            "cutoutHoles", "cutout",
            "cutoutSize", "cutout");

    private static final Map<String, String> RENAMED = Map.of("cutoutHoles", "holes", "cutoutSize", "size");

    /** What every version has written of a recipe and its course. */
    private static final List<String> PARTS = List.of(
            "name",
            "dataset",
            "network",
            "schedule",
            "augmentation",
            "optimiser",
            "learningRate",
            "objective",
            "course",
            "machine",
            "resolutions");

    private static final List<String> COURSE =
            List.of("epochs", "batch", "accumulation", "validationsPerEpoch", "bestBy", "earlyStop", "seed");

    private OlderRecipe() {}

    /** Whether this is a whole recipe, as some version of the program wrote it, and not a few fields of one. */
    static boolean isWhole(JsonObject recipe) {
        return PARTS.stream().allMatch(recipe::has)
                && recipe.get("course").isJsonObject()
                && COURSE.stream().allMatch(recipe.getAsJsonObject("course")::has);
    }

    /** Returns the recipe with every field in its current place; the given tree is not changed. */
    static JsonObject inTodaysWords(JsonObject recipe) {
        JsonElement augmentation = recipe.get("augmentation");
        if (augmentation == null || !augmentation.isJsonObject()) {
            return recipe;
        }
        JsonObject flat = augmentation.getAsJsonObject();
        if (MOVED.keySet().stream().noneMatch(flat::has)) {
            return recipe;
        }
        JsonObject nested = new JsonObject();
        for (Map.Entry<String, JsonElement> field : flat.entrySet()) {
            String group = MOVED.get(field.getKey());
            if (group == null) {
                nested.add(field.getKey(), field.getValue());
                continue;
            }
            if (!nested.has(group) || !nested.get(group).isJsonObject()) {
                nested.add(group, new JsonObject());
            }
            nested.getAsJsonObject(group).add(RENAMED.getOrDefault(field.getKey(), field.getKey()), field.getValue());
        }
        JsonObject today = recipe.deepCopy();
        today.add("augmentation", nested);
        return today;
    }
}
