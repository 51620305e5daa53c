package org.maferstudio.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.maferstudio.datasets.Fold;
import org.maferstudio.job.CountText;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/**
 * The trainings of a series: every fold of a dataset, several seeds, or every fold with each seed.
 *
 * @param folds number of folds; 0 to keep the dataset's splits
 * @param by what is kept together in a fold
 * @param seeds random seeds, each once; empty for the recipe's own. Folds are the same for all seeds
 */
public record SeriesPlan(int folds, Fold.By by, List<Long> seeds) {
    /** The largest number of runs: the usual limit of a cluster's job arrays. */
    public static final int MOST_RUNS = 1000;

    /** One training per setting, on the dataset's splits. */
    public static final SeriesPlan ONCE = new SeriesPlan(0, Fold.By.USUAL, List.of());

    public SeriesPlan {
        by = by == null ? Fold.By.USUAL : by;
        seeds = seeds == null ? List.of() : List.copyOf(seeds);
        if (folds != 0 && (folds < 2 || folds > MOST_RUNS)) {
            throw new IllegalArgumentException(Texts.of("experiment.series.error.folds", MOST_RUNS, folds));
        }
        if (new HashSet<>(seeds).size() != seeds.size()) {
            throw new IllegalArgumentException(Texts.of("experiment.series.error.repeatedSeed", seeds));
        }
        long runs = Math.max(1, folds) * (long) Math.max(1, seeds.size());
        if (runs > MOST_RUNS) {
            throw new IllegalArgumentException(Texts.of("experiment.series.error.trainings", MOST_RUNS, runs));
        }
    }

    /** Whether there is one training per setting. */
    public boolean isOnce() {
        return folds == 0 && seeds.isEmpty();
    }

    /**
     * The trainings in order, with names such as {@code fold-03}, {@code seed-17} or {@code seed-17-fold-03}; an empty
     * name if there is only one.
     */
    public List<SeriesRun> runs(Recipe recipe) {
        List<SeriesRun> runs = new ArrayList<>();
        List<Long> each = seeds.isEmpty() ? List.of(recipe.course().seed()) : seeds;
        for (long seed : each) {
            Recipe seeded = recipe.with(recipe.course().withSeed(seed));
            String prefix = seeds.isEmpty() ? "" : "seed-" + seed;
            if (folds == 0) {
                runs.add(run(runs.size() + 1, prefix, seeded));
            }
            for (int number = 1; number <= folds; number++) {
                String name = String.format(Locale.ROOT, "fold-%02d", number);
                runs.add(run(
                        runs.size() + 1,
                        prefix.isEmpty() ? name : prefix + "-" + name,
                        seeded.on(seeded.dataset().with(new Fold(number, folds, by)))));
            }
        }
        return runs;
    }

    private static SeriesRun run(int number, String name, Recipe recipe) {
        return new SeriesRun(number, name, named(recipe, name));
    }

    /** A recipe named after itself and its run, or only after the run if that is too long. */
    public static Recipe named(Recipe recipe, String run) {
        String titled = (recipe.name() + " " + run).strip();
        return recipe.named(titled.length() > 80 ? run : titled);
    }

    /** The form in files, in English: {@code 10 folds} or {@code 3 seeds with 10 folds each}. */
    String stored() {
        if (isOnce()) {
            return "one training per setting";
        }
        String parted = folds + " folds";
        String sown = CountText.of(seeds.size(), "seed");
        return seeds.isEmpty() ? parted : folds == 0 ? sown : sown + " with " + parted + " each";
    }

    /** The displayed form, such as {@code 10 folds} or {@code 3 seeds with 10 folds each}. */
    public String title() {
        if (isOnce()) {
            return Texts.of("experiment.series.title.once");
        }
        if (seeds.isEmpty()) {
            return Texts.of("experiment.series.title.folds", folds);
        }
        return folds == 0
                ? Texts.of("experiment.series.title.seeds", seeds.size())
                : Texts.of("experiment.series.title.seedsAndFolds", seeds.size(), folds);
    }
}
