package org.maferstudio.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Recipes as JSON: a field that is missing keeps the value of the recipe below it, an unknown field is a
 * problem that names it.
 */
public final class RecipeJson {
    private static final long MAX_BYTES = 1 << 20;

    private RecipeJson() {}

    /** A recipe as JSON, all fields named. */
    public static String write(Recipe recipe) {
        return Json.gson().toJson(recipe);
    }

    /**
     * Reads a recipe file.
     *
     * @param below what a field has that the file does not name
     * @throws Problem if it is no recipe, has an unknown field, or a value out of range
     */
    public static Recipe read(Path file, Recipe below) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("recipe.error.tooLarge", file));
            }
            return read(Files.readString(InputFile.of(file)), Texts.of("recipe.title.named", file), below);
        } catch (IOException e) {
            throw Problem.input(Texts.of("recipe.error.unreadable", file), e);
        }
    }

    /**
     * Reads a recipe.
     *
     * @param title what it is called in problems, such as {@code The recipe a.json}
     * @param below what a field has that the text does not name; a whole recipe, as the program writes it, takes fields
     *     that its version did not have yet from {@link Recipe#DEFAULT}, because that is what it was trained with
     */
    public static Recipe read(String text, String title, Recipe below) {
        JsonElement given;
        try {
            given = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw Problem.input(Texts.of("recipe.error.json", title, Json.lastWords(e)), e);
        }
        if (!given.isJsonObject()) {
            throw Problem.input(Texts.of("recipe.error.noObject", title));
        }
        JsonObject fields = OlderRecipe.inTodaysWords(given.getAsJsonObject());
        return checked(fields, title, OlderRecipe.isWhole(fields) ? Recipe.DEFAULT : below);
    }

    /**
     * A recipe with some fields changed.
     *
     * @param fields values by dotted name, such as {@code course.epochs}: numbers, strings, booleans, lists, records
     * @throws Problem if a value is out of range, naming it
     */
    public static Recipe change(Recipe recipe, Map<String, ?> fields) {
        JsonObject given = new JsonObject();
        fields.forEach((field, value) -> {
            JsonObject inner = given;
            String[] names = field.split("\\.");
            for (String name : Arrays.copyOf(names, names.length - 1)) {
                if (!inner.has(name)) {
                    inner.add(name, new JsonObject());
                }
                inner = inner.getAsJsonObject(name);
            }
            inner.add(names[names.length - 1], tree(value));
        });
        return checked(given, Texts.of("recipe.title.this"), recipe);
    }

    private static Recipe checked(JsonObject given, String title, Recipe below) {
        check(given, "", title);
        Recipe made = make(given, title, below);
        checkParts(given, made, title);
        return made;
    }

    /** Reads a recipe that the program wrote, perhaps a later one: unknown fields are ignored. */
    public static Recipe readForgivingly(JsonElement given, String title) {
        return make(OlderRecipe.inTodaysWords(given.getAsJsonObject()), title, Recipe.DEFAULT);
    }

    /** All that is asked for, by dotted names such as {@code course.epochs}, in order; values as in the JSON. */
    public static Map<String, String> fields(Recipe recipe) {
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", tree(recipe), fields);
        return fields;
    }

    private static void flatten(String path, JsonElement value, Map<String, String> fields) {
        if (value.isJsonObject()) {
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), fields));
        } else {
            fields.put(path, text(value));
        }
    }

    /** The fields in which {@code here} differs from {@code there}. */
    static List<Recipe.Difference> differences(Recipe here, Recipe there) {
        List<Recipe.Difference> differences = new ArrayList<>();
        compare("", tree(here), tree(there), differences);
        return differences;
    }

    /** The default recipe as a tree, which is copied, never changed. */
    private static final class DefaultTree {
        static final JsonObject TREE = tree(Recipe.DEFAULT).getAsJsonObject();
    }

    private static JsonElement tree(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        Class<?>[] interfaces = value.getClass().getInterfaces();
        boolean ofSealed = value instanceof Record && interfaces.length > 0 && interfaces[0].isSealed();
        return Json.gson().toJsonTree(value, ofSealed ? interfaces[0] : value.getClass());
    }

    @SuppressWarnings("ReferenceEquality") // comparing all fields would take as long as what is saved
    private static Recipe make(JsonObject given, String title, Recipe below) {
        // A thousand recipes of a series are read below the same one.
        JsonObject whole = below == Recipe.DEFAULT
                ? DefaultTree.TREE.deepCopy()
                : tree(below).getAsJsonObject();
        lay(given, whole);
        try {
            return Json.read(whole, Recipe.class);
        } catch (RuntimeException e) {
            // Gson wraps what a record's check threw, in its own words and several times.
            throw Problem.input(Texts.of("recipe.error.value", title, Json.lastWords(e)), e);
        }
    }

    /** Lays objects over each other field by field; another kind replaces the whole object. */
    private static void lay(JsonObject above, JsonObject below) {
        for (Map.Entry<String, JsonElement> field : above.entrySet()) {
            JsonElement under = below.get(field.getKey());
            boolean both =
                    under != null && under.isJsonObject() && field.getValue().isJsonObject();
            if (both && sameKind(field.getValue().getAsJsonObject(), under.getAsJsonObject())) {
                lay(field.getValue().getAsJsonObject(), under.getAsJsonObject());
            } else {
                below.add(field.getKey(), field.getValue());
            }
        }
    }

    private static boolean sameKind(JsonObject above, JsonObject below) {
        return !above.has(Json.KIND) || above.get(Json.KIND).equals(below.get(Json.KIND));
    }

    /** Checks that a recipe has these fields and allows their values. */
    private static void check(JsonObject object, String path, String title) {
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            String id = path + entry.getKey();
            Optional<RecipeField<?>> field = RecipeFields.find(id);
            if (field.isPresent()) {
                checkValue(field.get(), entry.getValue(), title);
                continue;
            }
            Set<String> known = RecipeFields.below(path);
            if (!known.contains(entry.getKey())) {
                throw unknown(id, known, title);
            }
            if (entry.getValue().isJsonObject()) {
                check(entry.getValue().getAsJsonObject(), id + ".", title);
            }
        }
    }

    private static void checkValue(RecipeField<?> field, JsonElement value, String title) {
        try {
            field.checkJson(value);
        } catch (IllegalArgumentException e) {
            throw Problem.input(Texts.of("recipe.error.value", title, e.getMessage()), e);
        }
    }

    /** Checks that values with parts have these parts. */
    private static void checkParts(JsonObject given, Recipe made, String title) {
        for (RecipeField<?> field : RecipeFields.all()) {
            Optional<JsonElement> value = at(given, field.id());
            if (value.isPresent() && value.get().isJsonObject()) {
                Set<String> known = at(tree(made), field.id())
                        .orElseThrow()
                        .getAsJsonObject()
                        .keySet();
                for (String part : value.get().getAsJsonObject().keySet()) {
                    if (!known.contains(part)) {
                        throw unknown(field.id() + "." + part, known, title);
                    }
                }
            }
        }
    }

    private static Optional<JsonElement> at(JsonElement json, String id) {
        JsonElement at = json;
        for (String name : id.split("\\.")) {
            if (at == null || !at.isJsonObject()) {
                return Optional.empty();
            }
            at = at.getAsJsonObject().get(name);
        }
        return Optional.ofNullable(at);
    }

    private static Problem unknown(String field, Set<String> known, String title) {
        return Problem.input(Texts.of("recipe.error.unknownField", title, field, String.join(", ", known)));
    }

    private static void compare(String path, JsonElement here, JsonElement there, List<Recipe.Difference> found) {
        JsonElement one = here == null ? JsonNull.INSTANCE : here;
        JsonElement other = there == null ? JsonNull.INSTANCE : there;
        if (one.isJsonObject() && other.isJsonObject() && sameKind(one.getAsJsonObject(), other.getAsJsonObject())) {
            Set<String> names = new LinkedHashSet<>(one.getAsJsonObject().keySet());
            names.addAll(other.getAsJsonObject().keySet());
            for (String name : names) {
                String inner = path.isEmpty() ? name : path + "." + name;
                compare(
                        inner,
                        one.getAsJsonObject().get(name),
                        other.getAsJsonObject().get(name),
                        found);
            }
        } else if (!one.equals(other)) {
            found.add(new Recipe.Difference(path, text(one), text(other)));
        }
    }

    private static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.isJsonNull() ? "" : value.toString();
    }
}
