package org.maferstudio.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.Sweep;
import picocli.CommandLine.Option;

/** The options of a series: what varies, and how often each setting is trained. */
public final class SeriesOptions {
    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "Cross-validate: split the dataset into N folds and train once per fold. --out gets "
                    + "one folder per fold, and the mean and standard deviation of the results.")
    private Integer folds;

    @Option(
            names = "--folds-by",
            paramLabel = "WHAT",
            description = "What is kept together in a fold: subject, video, group or image. With image, the "
                    + "same person can be in training and test, as in the paper (default: the dataset's "
                    + "groups if it has any).")
    private String foldsBy;

    @Option(
            names = "--seeds",
            split = ",",
            paramLabel = "SEED",
            description = "Train once with each of these random seeds, such as 17,18,19.")
    private List<Long> seeds;

    @Option(
            names = "--sweep",
            paramLabel = "FIELD=VALUES",
            description = "Train once with each of several values of a field, or with each combination if given "
                    + "more than once: a list (lr=0.001,0.003), a range (lr=log 1e-4..1e-2 x 5, batch=16..64 x 4), or "
                    + "names (optimizer=sgd,adam); also preset=... and dataset=... . Values that contain commas are "
                    + "separated by semicolons. --out gets one folder per run; mafer series DIR shows the results. "
                    + "The same command with more values adds runs.")
    private List<String> sweeps = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Random search: at most N runs, with settings drawn at random from the values and ranges of "
                    + "--sweep, which then need no number of values.")
    private Integer runs;

    @Option(
            names = "--search-seed",
            paramLabel = "SEED",
            description = "Seed of the random search; a larger --runs begins with the same settings (default: 17).")
    private long searchSeed = 17;

    /** What varies, besides seeds and folds; empty if nothing does. */
    public List<Sweep> sweeps() {
        return sweeps.stream().map(Sweep::parse).toList();
    }

    /**
     * Which settings are tried.
     *
     * @throws Problem if the budget is not a number of runs
     */
    public SeriesDraft.Search search() {
        if (runs != null && runs < 1) {
            throw Problem.input("--runs must be at least 1, got " + runs + ".");
        }
        return runs == null ? SeriesDraft.Search.GRID : new SeriesDraft.Search(runs, searchSeed);
    }

    /** Whether more than seeds and folds was asked for. */
    public boolean isSweep() {
        return !sweeps.isEmpty() || runs != null;
    }

    /**
     * The requested series; empty for a single training.
     *
     * @param usualFolds default number of folds by image, as in the authors' scripts
     * @throws Problem if the options are inconsistent
     */
    public Optional<SeriesPlan> plan(OptionalInt usualFolds) {
        if (folds == null && usualFolds.isPresent()) {
            Fold.By by = foldsBy == null ? Fold.By.IMAGE : Fold.By.of(foldsBy);
            return Optional.of(new SeriesPlan(usualFolds.getAsInt(), by, seeds == null ? List.of() : seeds));
        }
        if (folds == null && foldsBy != null) {
            throw Problem.input("--folds-by needs the number of folds. Add, for example, --folds 10.");
        }
        if (folds == null && seeds == null) {
            return Optional.empty();
        }
        Fold.By by = foldsBy == null ? Fold.By.USUAL : Fold.By.of(foldsBy);
        try {
            return Optional.of(new SeriesPlan(folds == null ? 0 : folds, by, seeds == null ? List.of() : seeds));
        } catch (IllegalArgumentException e) {
            throw Problem.input("Invalid series: " + e.getMessage() + ".", e);
        }
    }
}
