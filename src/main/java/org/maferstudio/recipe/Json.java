package org.maferstudio.recipe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Values as JSON: enums by their names in files, sealed types as objects with a {@code kind}, in which order they come. */
public final class Json {
    /** The field that names which of a sealed type's records an object is. */
    public static final String KIND = "kind";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeSpecialFloatingPointValues()
            .registerTypeAdapterFactory(new Enums())
            .registerTypeAdapterFactory(new Sealed())
            .registerTypeAdapter(Resolution.class, new Resolutions().nullSafe())
            .create();

    private Json() {}

    /** The writer and reader of all files in JSON. */
    public static Gson gson() {
        return GSON;
    }

    /**
     * A value from JSON; null from an empty text.
     *
     * @throws JsonParseException if it is no JSON, or a record's constructor refuses a value
     */
    public static <T> T read(String json, Class<T> type) {
        return checked(() -> GSON.fromJson(json, type));
    }

    /** The same of a type with parameters. */
    public static <T> T read(String json, TypeToken<T> type) {
        return checked(() -> GSON.fromJson(json, type));
    }

    /** The same from a tree. */
    public static <T> T read(JsonElement json, Class<T> type) {
        return checked(() -> GSON.fromJson(json, type));
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JsonParseException e) {
            throw e;
        } catch (RuntimeException e) {
            // Gson wraps what a constructor throws in a RuntimeException with a message of its own.
            throw new JsonParseException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** {@code PowersOfTwo} as {@code powers-of-two}, {@code BILINEAR} as {@code bilinear}. */
    static String id(String javaName) {
        String spaced = javaName.equals(javaName.toUpperCase(Locale.ROOT))
                ? javaName
                : BETWEEN_WORDS.matcher(javaName).replaceAll("-");
        return spaced.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The record of a sealed type that {@code kind} names. */
    static Class<?> kindOf(Class<?> sealed, String kind) {
        List<Class<?>> kinds = Arrays.asList(sealed.getPermittedSubclasses());
        return kinds.stream()
                .filter(type -> id(type.getSimpleName()).equals(kind))
                .findFirst()
                .orElseThrow(() -> new JsonParseException(Texts.of(
                        "recipe.json.error.kind",
                        kinds.stream().map(type -> id(type.getSimpleName())).toList(),
                        kind)));
    }

    /** The innermost reason of a failure, without the additions of Gson. */
    public static String lastWords(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String words = last.getMessage() == null ? last.toString() : last.getMessage();
        // Gson adds a link to its troubleshooting guide in a second line.
        return words.lines().findFirst().orElse(words).replaceFirst("\\.$", "");
    }

    private static final class Enums implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // the constants are of the type that was asked for
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (!Enum.class.isAssignableFrom(raw)) {
                return null;
            }
            // A constant with a body of its own has a class of its own.
            T[] constants = (T[]) (raw.isEnum() ? raw : raw.getSuperclass()).getEnumConstants();
            List<String> names = Arrays.stream(constants)
                    .map(constant -> id(((Enum<?>) constant).name()))
                    .toList();
            return new TypeAdapter<T>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    out.value(names.get(Arrays.asList(constants).indexOf(value)));
                }

                @Override
                public T read(JsonReader in) throws IOException {
                    String name = in.nextString();
                    // As written by the program; the other spelling only if that fails, because there are thousands.
                    int found = names.contains(name) ? names.indexOf(name) : names.indexOf(id(name));
                    if (found < 0) {
                        throw new JsonParseException(Texts.of("recipe.json.error.constant", names, name));
                    }
                    return constants[found];
                }
            }.nullSafe();
        }
    }

    private static final class Sealed implements TypeAdapterFactory {
        @Override
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            if (!raw.isSealed() || !raw.isInterface()) {
                return null;
            }
            TypeAdapter<JsonElement> tree = gson.getAdapter(JsonElement.class);
            return new TypeAdapter<T>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    JsonObject object = new JsonObject();
                    object.addProperty(KIND, id(value.getClass().getSimpleName()));
                    gson.toJsonTree(value, value.getClass())
                            .getAsJsonObject()
                            .entrySet()
                            .forEach(field -> object.add(field.getKey(), field.getValue()));
                    tree.write(out, object);
                }

                @Override
                @SuppressWarnings("unchecked") // a permitted subclass of T
                public T read(JsonReader in) throws IOException {
                    JsonElement element = tree.read(in);
                    if (!element.isJsonObject() || !element.getAsJsonObject().has(KIND)) {
                        throw new JsonParseException(Texts.of("recipe.json.error.noKind", element));
                    }
                    String kind = element.getAsJsonObject().get(KIND).getAsString();
                    return (T) gson.fromJson(element, kindOf(raw, kind));
                }
            }.nullSafe();
        }
    }

    /** A resolution by its name in files, such as {@code "native"} or {@code "16"}. */
    private static final class Resolutions extends TypeAdapter<Resolution> {
        @Override
        public void write(JsonWriter out, Resolution value) throws IOException {
            out.value(value.id());
        }

        @Override
        public Resolution read(JsonReader in) throws IOException {
            String text = in.nextString();
            return Resolution.read(text)
                    .orElseThrow(() -> new JsonParseException(
                            Texts.of("schedule.resolution.error.unknown", text, Resolution.LEAST, Resolution.MOST)));
        }
    }
}
