package org.maferstudio.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Recipes as earlier versions wrote them, in today's words: the numbers of an augmentation's motion and holes once stood
 * beside each other.
 */
final class OlderRecipe {
    /** Where a field of the augmentation stands today. */
    private static final Map<String, String> MOVED = Map.of(
            "shift", "motion",
            "rotate", "motion",
            "scale", "motion",
            "cutoutHoles", "cutout",
            "cutoutSize", "cutout");

    private static final Map<String, String> RENAMED = Map.of("cutoutHoles", "holes", "cutoutSize", "size");

    private OlderRecipe() {}

    /** The same recipe with every field where it is read today; the given tree stays as it is. */
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
