package org.maferstudio.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.texts.Texts;

/**
 * The plan of a series: {@code series.json}. Unknown fields are ignored.
 *
 * @param format the version of the file
 * @param recipe that all runs start from; null in files of version 0.1.0
 * @param plan its seeds and folds
 * @param varied what a sweep varies, such as {@code optimiser.learningRate}, in order; empty without one
 * @param runs in order; empty in files of version 0.1.0, where seeds and folds say which there are
 */
record SeriesFile(int format, Recipe recipe, SeriesPlan plan, List<String> varied, List<SeriesRun> runs) {
    /** The name of the file. */
    static final String NAME = "series.json";

    private static final int FORMAT = 2;

    /** A thousand recipes take 5 MB. */
    private static final long MAX_BYTES = 64L << 20;

    /** The form in the file: {@link SeriesPlan}'s fields are in the object itself, as in version 0.1.0. */
    private record Stored(int format, List<String> varied, List<SeriesRun> runs) {}

    SeriesFile {
        varied = List.copyOf(varied);
        runs = List.copyOf(runs);
    }

    /** Creates a plan in the present format. */
    static SeriesFile of(Recipe recipe, SeriesPlan plan, List<String> varied, List<SeriesRun> runs) {
        return new SeriesFile(FORMAT, recipe, plan, varied, runs);
    }

    /** Writes the file into the folder of a series. */
    void write(Path folder) {
        JsonObject json = new JsonObject();
        json.addProperty("format", format);
        Json.gson().toJsonTree(plan).getAsJsonObject().entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
        json.add("recipe", Json.gson().toJsonTree(recipe));
        JsonObject stored =
                Json.gson().toJsonTree(new Stored(format, varied, runs)).getAsJsonObject();
        json.add("varied", stored.get("varied"));
        json.add("runs", stored.get("runs"));
        SafeFile.write(folder.resolve(NAME), Json.gson().toJson(json) + "\n");
    }

    /**
     * Reads the file.
     *
     * @throws Problem if it is damaged, or of a later version
     */
    static SeriesFile read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw Problem.input(Texts.of("experiment.file.error.tooLarge", file));
            }
            JsonElement json = JsonParser.parseString(Files.readString(InputFile.of(file)));
            if (!json.isJsonObject()) {
                throw new JsonParseException(Texts.of("recipe.json.error.empty"));
            }
            return read(json.getAsJsonObject(), file);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Problem.input(Texts.of("experiment.file.error.damaged", file), e);
        }
    }

    private static SeriesFile read(JsonObject json, Path file) {
        SeriesPlan plan = Json.read(json, SeriesPlan.class);
        if (!json.has("format")) {
            return new SeriesFile(1, null, plan, List.of(), List.of());
        }
        if (json.get("format").getAsInt() > FORMAT) {
            throw Problem.input(Texts.of("experiment.series.error.laterFormat", file));
        }
        String title = Texts.of("recipe.title.inFile", file);
        JsonObject withoutRecipes = new JsonObject();
        withoutRecipes.add("format", json.get("format"));
        withoutRecipes.add("varied", json.get("varied"));
        List<SeriesRun> runs = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray("runs")) {
            JsonElement recipe = each.getAsJsonObject().remove("recipe");
            SeriesRun run = Json.read(each, SeriesRun.class);
            runs.add(new SeriesRun(
                    run.number(), run.name(), run.varied(), RecipeJson.readForgivingly(recipe, title), run.dataset()));
        }
        Stored stored = Json.read(withoutRecipes, Stored.class);
        Recipe base = RecipeJson.readForgivingly(json.get("recipe"), title);
        return new SeriesFile(stored.format(), base, plan, stored.varied(), runs);
    }
}
