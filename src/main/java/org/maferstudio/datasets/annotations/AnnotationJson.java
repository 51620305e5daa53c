package org.maferstudio.datasets.annotations;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.job.Problem;

/** Untrusted JSON: values that are missing or of another type are empty. */
final class AnnotationJson {
    private AnnotationJson() {}

    /** A file's JSON; empty if it is none or cannot be read. */
    static Optional<JsonElement> of(ReadableFiles files, String entry) {
        try {
            return parse(new String(files.read(entry), StandardCharsets.UTF_8));
        } catch (Problem e) {
            // Other files may be the annotations.
            return Optional.empty();
        }
    }

    /** A text's JSON; empty if it is none. */
    static Optional<JsonElement> parse(String text) {
        try {
            return Optional.of(JsonParser.parseString(text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /** A field as text: whole numbers without a fraction; empty if it is missing or no value. */
    static String text(JsonElement element, String field) {
        return element instanceof JsonObject object ? text(object.get(field)) : "";
    }

    /** A value as text. */
    static String text(JsonElement value) {
        return value instanceof JsonPrimitive primitive
                ? primitive.getAsString().strip()
                : value instanceof JsonArray array && array.size() == 1 ? text(array.get(0)) : "";
    }

    /** A field's numbers; empty if it is no list of numbers. */
    static List<Double> numbers(JsonElement element, String field) {
        List<Double> numbers = new ArrayList<>();
        if (element instanceof JsonObject object && object.get(field) instanceof JsonArray array) {
            for (JsonElement value : array) {
                if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
                    return List.of();
                }
                numbers.add(primitive.getAsDouble());
            }
        }
        return numbers;
    }
}
