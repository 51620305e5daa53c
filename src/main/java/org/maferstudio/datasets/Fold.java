package org.maferstudio.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * One fold of a dataset: it is held out, and the others are used for training.
 *
 * @param number of the held-out fold, starting at 1
 * @param count number of folds, at least 2
 * @param by what is kept together
 */
public record Fold(int number, int count, By by) {
    /** What is kept together in a fold; {@link #id()} is the name in files and on the command line. */
    public enum By {
        /** The dataset's groups if known, otherwise images. */
        USUAL,
        /** Subjects. */
        SUBJECT,
        /** Videos. */
        VIDEO,
        /** The dataset's groups of any kind. */
        GROUP,
        /** Single images: subjects occur in training and in the held-out fold, which inflates the accuracy. */
        IMAGE;

        /** The identifier, such as {@code subject}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns what is kept together if the dataset has groups of this kind; {@link Grouping#NONE} for nothing. */
        public Grouping together(Grouping known) {
            return this == IMAGE ? Grouping.NONE : known;
        }

        /**
         * Returns the constant with an identifier.
         *
         * @throws Problem if there is none
         */
        public static By of(String id) {
            return Arrays.stream(values())
                    .filter(by -> by.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.input(Texts.of(
                            "datasets.folds.error.by",
                            Arrays.stream(values())
                                    .filter(by -> by != USUAL)
                                    .map(By::id)
                                    .collect(Collectors.joining(", ")),
                            id)));
        }
    }

    public Fold {
        by = by == null ? By.USUAL : by;
        if (count < 2 || count > 1000) {
            throw new IllegalArgumentException("the number of folds must be from 2 to 1000, got " + count);
        }
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("a fold of " + count + " has a number from 1 on, got " + number);
        }
    }
}
