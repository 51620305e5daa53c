package org.maferstudio.report;

import java.util.Locale;
import org.maferstudio.expression.LabelSet;

/** What is said instead of matrices and bars where there are too many classes to look at one by one, such as persons. */
public final class ManyClasses {
    private ManyClasses() {}

    /** Why there is no figure by class, and which numbers there are. */
    public static String sentence(LabelSet labels) {
        return String.format(
                Locale.ROOT,
                "With %,d classes there is no confusion matrix and no figure by class, which are for %d at most: look at"
                        + " the accuracy, over resolution too, the mean class accuracy and the macro F1.",
                labels.size(),
                LabelSet.MOST_READABLE);
    }
}
