package org.maferstudio.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.job.Problem;
import picocli.CommandLine.Option;

/** The options of a series. */
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
