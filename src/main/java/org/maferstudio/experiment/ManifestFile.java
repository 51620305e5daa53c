package org.maferstudio.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.texts.Texts;

/** Reads {@code experiment.json}. Unknown fields are ignored; missing ones get defaults. */
final class ManifestFile {
    private static final long MAX_BYTES = 16L << 20;

    /** The name of the number of test evaluations in version 0.1.0. */
    private static final String OLDER_TEST_EVALUATIONS = "testLooks";

    private ManifestFile() {}

    /**
     * Reads the manifest of a file.
     *
     * @throws Problem if it is damaged, or does not exist any more
     */
    static ExperimentManifest read(Path file) {
        return read(file, Recipes.READ);
    }

    /** Reads the file with the default recipe in place of its own, in less than half of the time. */
    static ExperimentManifest readOutline(Path file) {
        return read(file, Recipes.LEFT_OUT);
    }

    /** Whether the recipe is read. */
    private enum Recipes {
        READ,
        LEFT_OUT
    }

    private static ExperimentManifest read(Path file, Recipes recipes) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("experiment.file.error.tooLarge", file));
            }
            JsonObject json =
                    JsonParser.parseString(Files.readString(InputFile.of(file))).getAsJsonObject();
            JsonElement recipe = json.remove("recipe");
            if (json.has(OLDER_TEST_EVALUATIONS) && !json.has("testEvaluations")) {
                json.add("testEvaluations", json.get(OLDER_TEST_EVALUATIONS));
            }
            ExperimentManifest manifest = Json.read(json, ExperimentManifest.class);
            Recipe known = recipe == null || recipes == Recipes.LEFT_OUT
                    ? Recipe.DEFAULT
                    : RecipeJson.readForgivingly(recipe, Texts.of("recipe.title.inFile", file));
            return new ExperimentManifest(
                    known,
                    manifest.dataset(),
                    manifest.contract(),
                    manifest.versions(),
                    manifest.device(),
                    manifest.state(),
                    manifest.testEvaluations(),
                    manifest.weights(),
                    manifest.started(),
                    manifest.onnx());
        } catch (NoSuchFileException e) {
            throw Problem.failure(Texts.of("experiment.experiment.error.gone", file.getParent()), e);
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw Problem.input(Texts.of("experiment.manifest.error.damaged", file, Json.lastWords(e)), e);
        }
    }
}
