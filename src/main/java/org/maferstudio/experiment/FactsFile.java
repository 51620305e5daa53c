package org.maferstudio.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maferstudio.job.Problem;

/** Reads {@code experiment.json}; what it does not know is passed over, what is missing has a default. */
final class FactsFile {
    private static final long MAX_BYTES = 16L << 20;

    private FactsFile() {}

    /**
     * What a file says.
     *
     * @throws Problem if it is damaged
     */
    static Facts read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input("The file " + file + " is too large. Restore it from a copy.");
            }
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            JsonElement recipe = json.remove("recipe");
            Facts facts = Json.gson().fromJson(json, Facts.class);
            Recipe known =
                    recipe == null ? Recipe.DEFAULT : RecipeJson.readForgivingly(recipe, "The recipe in " + file);
            return new Facts(
                    known,
                    facts.dataset(),
                    facts.contract(),
                    facts.versions(),
                    facts.device(),
                    facts.state(),
                    facts.testLooks(),
                    facts.weights());
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw Problem.input("The file " + file + " is damaged. Restore it from a copy.", e);
        }
    }
}
