package org.maferstudio.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.texts.Texts;

/** Writes JSON files for others, without the folders of this computer. */
final class PathlessJson {
    private PathlessJson() {}

    /** Reduces absolute paths in a JSON file to their last names, for privacy. */
    static InputStream open(Path file) throws IOException {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(InputFile.of(file)));
            byte[] bytes = (Json.gson().toJson(withoutFolders(json)) + "\n").getBytes(StandardCharsets.UTF_8);
            return new ByteArrayInputStream(bytes);
        } catch (JsonParseException e) {
            throw Problem.input(Texts.of("experiment.file.error.damaged", file), e);
        }
    }

    private static JsonElement withoutFolders(JsonElement json) {
        if (json.isJsonObject()) {
            JsonObject object = new JsonObject();
            json.getAsJsonObject()
                    .entrySet()
                    .forEach(field -> object.add(field.getKey(), withoutFolders(field.getValue())));
            return object;
        }
        if (json.isJsonArray()) {
            JsonArray array = new JsonArray();
            json.getAsJsonArray().forEach(element -> array.add(withoutFolders(element)));
            return array;
        }
        if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()) {
            String text = json.getAsString();
            if (text.matches("(?:/|[A-Za-z]:[/\\\\]|\\\\\\\\)[^\\n]*[^/\\\\\\n]")) {
                return new JsonPrimitive(text.replaceFirst(".*[/\\\\]", ""));
            }
        }
        return json;
    }
}
