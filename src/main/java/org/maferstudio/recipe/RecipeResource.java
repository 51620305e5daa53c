package org.maferstudio.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.maferstudio.texts.Texts;

/** Recipes included in the program as JSON files. */
final class RecipeResource {
    private RecipeResource() {}

    /**
     * The recipe of this name.
     *
     * @param name such as {@code fer2013-base}, the name of a file in {@code recipes/}
     * @param below what a field has that the file does not name
     */
    static Recipe read(String name, Recipe below) {
        String path = "/recipes/" + name + ".json";
        try (InputStream in = RecipeResource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return RecipeJson.read(json, Texts.of("recipe.title.named", name), below);
        } catch (IOException e) {
            throw new IllegalStateException("the program's file " + path + " cannot be read", e);
        }
    }
}
