package org.maferstudio.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.texts.Texts;

/**
 * What a user asks for: a recipe, what varies, seeds and folds. Its {@link #runs} are the plan of a series.
 *
 * @param base makes the recipe that all runs start from
 * @param sweeps what varies, each target once; may be empty
 * @param replications the seeds and folds of every setting
 * @param search all settings, or some of them
 */
public record SeriesDraft(Base base, List<Sweep> sweeps, SeriesPlan replications, Search search) {
    /** Makes the recipe of a form or of options from a preset. */
    @FunctionalInterface
    public interface Base {
        /**
         * The recipe, open settings resolved.
         *
         * @param preset to start from; empty for the one of the form or the options
         */
        Recipe from(Optional<String> preset);
    }

    /**
     * Which settings are tried.
     *
     * @param runs the budget of a random search, in training runs; 0 for the whole grid
     * @param seed of the random search: the settings of a larger budget begin with those of a smaller one
     */
    public record Search(int runs, long seed) {
        /** Every combination of the values. */
        public static final Search GRID = new Search(0, 0);

        /** Whether settings are drawn at random. */
        public boolean isRandom() {
            return runs > 0;
        }
    }

    public SeriesDraft {
        sweeps = List.copyOf(sweeps);
        Set<SweepTarget> seen = new HashSet<>();
        for (Sweep sweep : sweeps) {
            if (!seen.add(sweep.target())) {
                throw Problem.input(
                        Texts.of("series.draft.error.twice", sweep.target().id()));
            }
        }
    }

    /** The names of what varies, in order. */
    public List<String> varied() {
        return sweeps.stream().map(sweep -> sweep.target().id()).toList();
    }

    /**
     * The runs, numbered from 1: setting by setting, each with all its seeds and folds.
     *
     * @throws Problem if there are too many, a combination is not allowed, or what varies never has an effect
     */
    public List<SeriesRun> runs() {
        List<Map<String, String>> settings = new Settings(sweeps, search)
                .list(replications.runs(base.from(Optional.empty())).size());
        List<SeriesRun> runs = new ArrayList<>();
        RunNames names = new RunNames();
        for (Map<String, String> setting : settings) {
            Recipe recipe = recipe(setting);
            String prefix = names.unique(setting);
            for (SeriesRun run : replications.runs(recipe)) {
                String name = prefix.isEmpty() ? run.name() : run.name().isEmpty() ? prefix : prefix + "-" + run.name();
                runs.add(new SeriesRun(
                        runs.size() + 1,
                        name.isEmpty() ? "run" : name,
                        setting,
                        SeriesPlan.named(run.recipe().named(recipe.name()), name),
                        ""));
            }
        }
        checkEffects(runs);
        return runs;
    }

    private Recipe recipe(Map<String, String> setting) {
        Recipe recipe = base.from(Optional.ofNullable(setting.get(SweepTarget.PRESET.id())));
        for (Sweep sweep : sweeps) {
            recipe = sweep.target().apply(recipe, setting.get(sweep.target().id()));
        }
        return recipe;
    }

    /** Refuses to vary a field that has no effect in any run. */
    private void checkEffects(List<SeriesRun> runs) {
        for (Sweep sweep : sweeps) {
            Optional<RecipeField<?>> field = sweep.target().field();
            if (field.isPresent() && runs.stream().noneMatch(run -> hasEffect(field.get(), run.recipe()))) {
                throw Problem.input(Texts.of(
                        "series.draft.error.noEffect",
                        field.get().id(),
                        field.get().condition().text().apply(id -> id)));
            }
        }
    }

    private static boolean hasEffect(RecipeField<?> field, Recipe recipe) {
        return field.condition().holds().test(id -> RecipeFields.of(id).text(recipe));
    }

    /** The value of every target in a run; a target that was not varied for it has the value of its recipe. */
    static Map<String, String> setting(SeriesRun run, List<String> varied) {
        Map<String, String> setting = new LinkedHashMap<>();
        varied.forEach(id -> setting.put(id, run.varied().getOrDefault(id, new SweepTarget(id).value(run.recipe()))));
        return setting;
    }
}
