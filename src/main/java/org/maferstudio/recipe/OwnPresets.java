package org.maferstudio.recipe;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maferstudio.files.AtomicFile;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.texts.Texts;

/**
 * The presets of the user: a recipe file each, named after the preset, in {@code recipes/} and {@code schedules/} of a folder.
 * A schedule's file names only the schedule. So every preset is also a file for {@code mafer train --recipe}.
 *
 * <p>A name has letters, digits, spaces and {@code - _ . + ( )}, at most 60 in all, and is not that of an included preset.
 */
public final class OwnPresets {
    private static final String ENDING = ".json";
    private static final int MOST_PRESETS = 500;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} _.+()-]{0,58}[\\p{L}\\p{M}\\p{N})+_-])?");

    /** Names that Windows gives to devices. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private final Path folder;

    /** What is a preset of. */
    public enum Kind {
        RECIPE("recipes"),
        SCHEDULE("schedules");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }
    }

    /**
     * The presets in a folder.
     *
     * @param presets by name
     * @param problems one sentence for each file that cannot be read; it stays as it is
     */
    public record Listing<T>(List<T> presets, List<String> problems) {}

    /**
     * Creates access to presets.
     *
     * @param folder need not exist
     */
    public OwnPresets(Path folder) {
        this.folder = folder;
    }

    /** Reads the recipes. */
    public Listing<OwnRecipe> recipes() {
        return listing(Kind.RECIPE, this::readRecipe);
    }

    /** Reads the schedules. */
    public Listing<OwnSchedule> schedules() {
        return listing(Kind.SCHEDULE, this::readSchedule);
    }

    /**
     * The recipe of a name; empty if there is none.
     *
     * @throws Problem if its file is damaged
     */
    public Optional<OwnRecipe> recipe(String name) {
        return isThere(Kind.RECIPE, name) ? Optional.of(readRecipe(name)) : Optional.empty();
    }

    /**
     * The schedule of a name; empty if there is none.
     *
     * @throws Problem if its file is damaged
     */
    public Optional<OwnSchedule> schedule(String name) {
        return isThere(Kind.SCHEDULE, name) ? Optional.of(readSchedule(name)) : Optional.empty();
    }

    private boolean isThere(Kind kind, String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(file(kind, name));
    }

    private OwnRecipe readRecipe(String name) {
        return new OwnRecipe(name, RecipeJson.read(file(Kind.RECIPE, name), Recipe.DEFAULT));
    }

    private OwnSchedule readSchedule(String name) {
        Path file = file(Kind.SCHEDULE, name);
        return new OwnSchedule(name, RecipeJson.read(file, Recipe.DEFAULT).schedule());
    }

    private <T> Listing<T> listing(Kind kind, Function<String, T> read) {
        List<T> presets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names(kind)) {
            try {
                presets.add(read.apply(name));
            } catch (Problem e) {
                problems.add(e.getMessage());
            }
        }
        return new Listing<>(List.copyOf(presets), List.copyOf(problems));
    }

    private List<String> names(Kind kind) {
        Path place = folder.resolve(kind.folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .limit(MOST_PRESETS)
                    .toList();
        } catch (IOException e) {
            throw Problem.input(Texts.of("recipe.own.error.unreadable", place), e);
        }
    }

    /**
     * Saves a recipe under a name; one of this name is replaced.
     *
     * @throws Problem if the name is not allowed, or the file cannot be written
     */
    public OwnRecipe save(String name, Recipe recipe) {
        OwnRecipe preset = new OwnRecipe(checked(Kind.RECIPE, name), recipe);
        JsonObject json = Json.gson().toJsonTree(preset.recipe()).getAsJsonObject();
        json.remove("dataset");
        write(file(Kind.RECIPE, preset.id()), json);
        return preset;
    }

    /**
     * Saves a schedule under a name; one of this name is replaced.
     *
     * @throws Problem if the name is not allowed, or the file cannot be written
     */
    public OwnSchedule save(String name, ResolutionSchedule schedule) {
        OwnSchedule preset = new OwnSchedule(checked(Kind.SCHEDULE, name), schedule);
        JsonObject json = new JsonObject();
        json.add("schedule", Json.gson().toJsonTree(schedule));
        write(file(Kind.SCHEDULE, preset.id()), json);
        return preset;
    }

    private static void write(Path file, JsonObject json) {
        byte[] text = (Json.gson().toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(ByteBuffer.wrap(text)));
    }

    /**
     * Gives a preset another name.
     *
     * @throws Problem if the name is not allowed or taken, or the file cannot be moved
     */
    public void rename(Kind kind, String from, String to) {
        Path source = file(kind, from);
        Path target = file(kind, checked(kind, to));
        try {
            boolean same = Files.exists(target) && Files.isSameFile(source, target);
            if (Files.exists(target) && !same) {
                throw Problem.input(Texts.of("recipe.own.error.taken", to));
            }
            Files.move(source, target);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /**
     * Moves a preset into the folder {@code bin}, where it replaces an earlier one of its name.
     *
     * @throws Problem if its file cannot be moved
     */
    public void delete(Kind kind, String name) {
        Path file = file(kind, name);
        Path bin = folder.resolve("bin").resolve(kind.folder);
        try {
            Files.createDirectories(bin);
            Files.move(file, bin.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static String checked(Kind kind, String typed) {
        String name = typed.strip();
        if (!NAME.matcher(name).matches() || DEVICE.matcher(name).matches()) {
            throw Problem.input(Texts.of("recipe.own.error.name", name));
        }
        String id = name.toLowerCase(Locale.ROOT);
        boolean included = kind == Kind.RECIPE
                ? RecipePreset.ids().contains(id)
                : SchedulePreset.of(id).isPresent();
        if (included) {
            throw Problem.input(Texts.of("recipe.own.error.included", name));
        }
        return name;
    }

    private Path file(Kind kind, String name) {
        return folder.resolve(kind.folder).resolve(name + ENDING);
    }
}
