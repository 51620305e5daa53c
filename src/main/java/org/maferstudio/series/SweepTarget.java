package org.maferstudio.series;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.FieldType.Kind;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.texts.Texts;

/**
 * What a sweep varies: a field of the recipe, the preset, or the dataset.
 *
 * @param id the field's name in the recipe's JSON, such as {@code optimiser.learningRate}; {@code preset} or {@code
 *     dataset}
 */
public record SweepTarget(String id) {
    /** The preset that the recipe starts from. */
    public static final SweepTarget PRESET = new SweepTarget("preset");

    /** The paths of the dataset; its other settings stay. */
    public static final SweepTarget DATASET = new SweepTarget("dataset");

    /** The name of the recipe, in which only included experiments differ: no sweep varies it. */
    static final SweepTarget NAME = new SweepTarget("name");

    private static final String SEED = "course.seed";
    private static final String SCHEDULE = "schedule.howOften";

    /** Names that are varied in another way, or that change nothing. */
    private static final List<String> OTHERS =
            List.of("name", "dataset.paths", "dataset.heldOut", "dataset.labels", "machine.threads");

    /** Everything that can vary: the preset, the dataset, and the fields of the recipe in their order. */
    public static List<SweepTarget> all() {
        Stream<SweepTarget> fields = RecipeFields.all().stream()
                .map(RecipeField::id)
                .filter(id -> !id.equals(SEED) && !OTHERS.contains(id))
                .map(SweepTarget::new);
        return Stream.concat(Stream.of(PRESET, DATASET), fields).toList();
    }

    /**
     * The target that a user names: {@code preset}, {@code dataset}, or a field by its name in the JSON, the last part of
     * it, or the name of its option with or without dashes.
     *
     * @throws Problem if there is no such field, or it cannot be varied
     */
    public static SweepTarget of(String typed) {
        String name = typed.strip().replaceFirst("^-+", "");
        if (name.equals(PRESET.id) || name.equals(DATASET.id) || name.equals("df")) {
            return name.equals(PRESET.id) ? PRESET : DATASET;
        }
        RecipeField<?> field =
                field(name).orElseThrow(() -> Problem.input(Texts.of("series.sweep.error.field", typed)));
        if (field.id().equals(SEED)) {
            throw Problem.input(Texts.of("series.sweep.error.seed"));
        }
        if (OTHERS.contains(field.id())) {
            throw Problem.input(Texts.of("series.sweep.error.field", typed));
        }
        return new SweepTarget(field.id());
    }

    private static Optional<RecipeField<?>> field(String name) {
        List<RecipeField<?>> all = RecipeFields.all();
        Optional<RecipeField<?>> exact = all.stream()
                .filter(field -> field.id().equals(name)
                        || field.options().stream().anyMatch(option -> option.replaceFirst("^-+", "")
                                .equals(name)))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<RecipeField<?>> last =
                all.stream().filter(field -> lastPart(field.id()).equals(name)).toList();
        return last.size() == 1 ? Optional.of(last.get(0)) : Optional.empty();
    }

    private static String lastPart(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    /** The field; empty for the preset and the dataset. */
    public Optional<RecipeField<?>> field() {
        return equals(PRESET) || equals(DATASET) ? Optional.empty() : Optional.of(RecipeFields.of(id));
    }

    /** A short name for folders and tables: that of the shortest option, such as {@code lr}. */
    public String shortName() {
        return field().map(field -> field.options().stream()
                        .map(option -> option.replaceFirst("^-+", ""))
                        .min(Comparator.comparingInt(String::length))
                        .orElse(lastPart(id)))
                .orElse(id);
    }

    /** Its label in the window, in the language of the system. */
    public String label() {
        return equals(PRESET)
                ? Texts.of("series.target.preset")
                : FieldTexts.shown().label(field().orElseGet(() -> RecipeFields.of("dataset.paths")));
    }

    /** Whether its values are numbers, of which there can be ranges. */
    public boolean isNumber() {
        return is(Kind.WHOLE, Kind.REAL);
    }

    /** Whether its values are whole numbers. */
    public boolean isWhole() {
        return is(Kind.WHOLE);
    }

    /** Whether its values are {@code true} and {@code false}. */
    boolean isFlag() {
        return is(Kind.FLAG);
    }

    private boolean is(Kind... kinds) {
        return field().map(field -> field.type().kind())
                .filter(List.of(kinds)::contains)
                .isPresent();
    }

    /** What separates values: a semicolon where values themselves contain commas. */
    public String separator() {
        return is(Kind.NUMBERS, Kind.STRUCTURE) ? ";" : ",";
    }

    /**
     * A value as it is stored and compared.
     *
     * @throws IllegalArgumentException if it is not allowed; the message says what is
     * @throws Problem if it is not allowed, in a sentence
     */
    String canonical(String text) {
        if (equals(PRESET)) {
            return RecipePreset.of(text).id();
        }
        if (equals(DATASET)) {
            DatasetSource source = DatasetSource.ofLine(text);
            source.drawnSeed();
            return source.line();
        }
        return namesSchedule(text) ? text : canonical(RecipeFields.of(id), text);
    }

    /** A preset of schedules says how often and to which resolutions. */
    private boolean namesSchedule(String text) {
        return id.equals(SCHEDULE) && !text.contains("=") && !text.equals("off");
    }

    private static <T> String canonical(RecipeField<T> field, String text) {
        return field.type().kind() == Kind.FILE && !text.isEmpty()
                ? Path.of(text).toAbsolutePath().normalize().toString()
                : field.print(field.parse(text));
    }

    /**
     * A recipe with this value, open settings resolved.
     *
     * @param value as {@link #canonical} returns it; the preset is applied by {@link SeriesDraft.Base}
     * @throws Problem if the recipe does not allow it
     */
    Recipe apply(Recipe recipe, String value) {
        if (equals(PRESET)) {
            return recipe;
        }
        if (equals(DATASET)) {
            return recipe.on(recipe.dataset()
                            .withPaths(DatasetSource.ofLine(value).paths()))
                    .fixedHere();
        }
        return namesSchedule(value)
                ? RecipeJson.change(recipe, Map.of("schedule", ScheduleSyntax.schedule(value)))
                : apply(RecipeFields.of(id), recipe, value);
    }

    private static <T> Recipe apply(RecipeField<T> field, Recipe recipe, String value) {
        return field.with(recipe, field.parse(value));
    }

    /** The value of a recipe that no sweep has changed; empty for the preset, which a recipe does not record. */
    public String value(Recipe recipe) {
        return equals(DATASET)
                ? recipe.dataset().line()
                : field().map(field -> field.text(recipe)).orElse("");
    }
}
