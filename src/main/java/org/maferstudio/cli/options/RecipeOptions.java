package org.maferstudio.cli.options;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.AugmentationPreset;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.Resolution;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a training: each changes one field of a preset or a recipe file. The short ones are the authors'. */
public final class RecipeOptions {
    /** The names of all presets, for the help. */
    private static final class Presets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RecipePreset.ids().iterator();
        }
    }

    /** The dataset of a recipe before one is given. */
    public static final DatasetSource UNNAMED = DatasetSource.of("");

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            completionCandidates = Presets.class,
            description =
                    "Preset to start from: ${COMPLETION-CANDIDATES}, or one that you saved in the window (default: "
                            + "compact, or with -dn the paper's).")
    private String preset;

    @Option(
            names = "--recipe",
            paramLabel = "FILE.json",
            description = "Recipe file. Settings that it does not contain come from the preset.")
    private Path recipe;

    @Option(
            names = "--augmentation",
            paramLabel = "NAME",
            description = "Preset for all random transforms: none, light, or the authors' fer2013, rafdb or oulucasia. "
                    + "Options for single transforms override it.")
    private String augmentation;

    @Mixin
    private final FieldOptions fields = FieldOptions.ofRecipe();

    /**
     * The recipe that these options mean; on {@link #UNNAMED} where no recipe file names a dataset.
     *
     * @param usual where to start from if no preset is named
     * @param usualName its name where none is given
     * @throws Problem if a preset, a field or a value does not exist
     */
    public Recipe recipe(Recipe usual, String usualName) {
        return from(preset == null ? usual : SavedPresets.recipe(preset).recipe(), usualName);
    }

    /** The same from another preset than the option names. */
    public Recipe recipeFrom(String otherPreset, String usualName) {
        return from(SavedPresets.recipe(otherPreset).recipe(), usualName);
    }

    private Recipe from(Recipe beginning, String usualName) {
        Recipe start = beginning.on(UNNAMED).named(usualName);
        Recipe read = recipe == null ? start : RecipeJson.read(recipe, start);
        Map<String, Object> changes = new LinkedHashMap<>();
        if (augmentation != null) {
            changes.put("augmentation", AugmentationPreset.of(augmentation).augmentation());
        }
        changes.putAll(fields.values());
        return checked(RecipeJson.change(read, changes));
    }

    /** Refuses a probability of a transform that does nothing. */
    private Recipe checked(Recipe recipe) {
        Augmentation made = recipe.augmentation();
        if (fields.has("augmentation.motion.p")
                && made.motion().p() > 0
                && !made.motion().isOn()) {
            throw idle("--motion-p", "--motion-shift, --motion-rotate or --motion-scale");
        }
        if (fields.has("augmentation.elasticity.p")
                && made.elasticity().p() > 0
                && !made.elasticity().isOn()) {
            throw idle("--elastic-p", "--elastic-alpha or --elastic-corners");
        }
        if (fields.has("augmentation.cutout.p")
                && made.cutout().p() > 0
                && !made.cutout().isOn()) {
            throw idle("--cutout-p", "--cutout-holes and --cutout-size");
        }
        return recipe;
    }

    private static Problem idle(String option, String others) {
        return Problem.input(option + " alone has no effect on images, because the size of the transform is 0. Add "
                + others + ", or leave it out.");
    }

    /** Whether a preset or a recipe file was named. */
    public boolean namesStart() {
        return preset != null || recipe != null;
    }

    /** The value of a field that an option gives. */
    public Optional<Object> value(String field) {
        return Optional.ofNullable(fields.values().get(field));
    }

    /** Native resolution, and those that were given. */
    public List<Resolution> testedAt() {
        List<?> given = (List<?>) value("resolutions").orElse(List.of());
        return Stream.concat(Stream.of(Resolution.NATIVE), given.stream().map(at -> Resolution.parse(at.toString())))
                .distinct()
                .toList();
    }
}
