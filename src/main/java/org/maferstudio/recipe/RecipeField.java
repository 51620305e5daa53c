package org.maferstudio.recipe;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One field of a recipe, as {@link RecipeFields} lists it.
 *
 * @param <T> the type of its value
 * @param id its place in the recipe's JSON, such as {@code optimiser.learningRate}
 * @param type which values it takes
 * @param getter its value in a recipe
 * @param optional whether the value may be null
 * @param options the names of its option on the command line; empty if it has none
 * @param condition when it has an effect
 */
public record RecipeField<T>(
        String id,
        FieldType<T> type,
        Function<Recipe, T> getter,
        boolean optional,
        List<String> options,
        Condition condition) {
    /** Without an effect unless something holds. */
    RecipeField<T> when(Condition holds) {
        return new RecipeField<>(id, type, getter, optional, options, holds);
    }

    /** The value may be null. */
    RecipeField<T> orNone() {
        return new RecipeField<>(id, type, getter, true, options, condition);
    }

    /** The value in a recipe. */
    public T get(Recipe recipe) {
        return getter.apply(recipe);
    }

    /** The value in a recipe as text. */
    public String text(Recipe recipe) {
        return print(get(recipe));
    }

    /** A recipe with this value in the field. */
    public Recipe with(Recipe recipe, T value) {
        return RecipeJson.change(recipe, Collections.singletonMap(id, value));
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is not allowed; the message names the field, the value and what is allowed
     */
    public T parse(String text) {
        return optional && text.isEmpty() ? null : type.parse(id, text);
    }

    /** A value as text that {@link #parse} reads. */
    public String print(T value) {
        return value == null ? "" : type.print(value);
    }

    /** Checks a value. */
    void check(T value) {
        if (value != null) {
            type.check(id, value);
        } else if (!optional) {
            RecipeFields.require(id, null);
        }
    }

    /** Checks a value in JSON; one with parts is checked when it is made. */
    void checkJson(JsonElement json) {
        if (json.isJsonNull()) {
            check(null);
        } else if (json.isJsonArray() && type.kind() == FieldType.Kind.NUMBERS) {
            parse(StreamSupport.stream(json.getAsJsonArray().spliterator(), false)
                    .map(RecipeField::text)
                    .collect(Collectors.joining(",")));
        } else if (type.kind() != FieldType.Kind.STRUCTURE) {
            parse(text(json));
        }
    }

    private static String text(JsonElement json) {
        return json.isJsonPrimitive() ? json.getAsString() : json.toString();
    }

    @Override
    public String toString() {
        return id;
    }
}
