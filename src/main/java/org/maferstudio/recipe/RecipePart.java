package org.maferstudio.recipe;

import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a recipe, whose fields the table {@link RecipeFields} describes.
 *
 * @param <P> its record
 * @param id its place in the recipe's JSON, such as {@code optimiser}; empty for the recipe itself
 * @param of reads it
 */
record RecipePart<P>(String id, Function<Recipe, P> of) {
    RecipeField<Integer> whole(String name, int least, int most, Function<P, Integer> getter, String... options) {
        return field(name, FieldType.whole(Range.between(least, most)), getter, options);
    }

    /** A seed: any whole number. */
    RecipeField<Long> seed(String name, Function<P, Long> getter, String... options) {
        return field(name, FieldType.whole(), getter, options);
    }

    RecipeField<Double> real(String name, double least, double most, Function<P, Double> getter, String... options) {
        return real(name, Range.between(least, most), getter, options);
    }

    RecipeField<Double> real(String name, Range range, Function<P, Double> getter, String... options) {
        return field(name, FieldType.real(range), getter, options);
    }

    <E extends Enum<E>> RecipeField<E> choice(String name, E[] values, Function<P, E> getter, String... options) {
        return field(name, FieldType.choice(List.of(values)), getter, options);
    }

    RecipeField<String> choice(String name, List<String> names, Function<P, String> getter, String... options) {
        return field(name, FieldType.name(names), getter, options);
    }

    RecipeField<Boolean> flag(String name, Function<P, Boolean> getter, String... options) {
        return field(name, FieldType.flag(), getter, options);
    }

    RecipeField<String> text(String name, FieldType<String> type, Function<P, String> getter, String... options) {
        return field(name, type, getter, options);
    }

    RecipeField<String> file(String name, Function<P, String> getter, String... options) {
        return field(name, FieldType.file(), getter, options);
    }

    RecipeField<List<Double>> numbers(String name, Range range, Function<P, List<Double>> getter, String... options) {
        return field(name, FieldType.numbers(range), getter, options);
    }

    RecipeField<List<Integer>> wholes(
            String name, int least, int most, Function<P, List<Integer>> getter, String... options) {
        return field(name, FieldType.wholes(Range.between(least, most)), getter, options);
    }

    /** A value with a syntax of its own. */
    <T> RecipeField<T> syntax(
            String name,
            Function<String, T> parser,
            Function<T, String> printer,
            Function<P, T> getter,
            String... options) {
        return field(name, FieldType.structure(parser, printer), getter, options);
    }

    /** A value that is written as JSON. */
    <T> RecipeField<T> json(String name, TypeToken<T> type, Function<P, T> getter, String... options) {
        return syntax(
                name,
                text -> Json.read(text, type),
                value -> Json.gson().toJsonTree(value).toString(),
                getter,
                options);
    }

    private <T> RecipeField<T> field(String name, FieldType<T> type, Function<P, T> getter, String... options) {
        String path = id.isEmpty() ? name : id + "." + name;
        return new RecipeField<>(path, type, of.andThen(getter), false, List.of(options), Condition.ALWAYS);
    }
}
