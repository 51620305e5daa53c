package org.maferstudio.report.figures;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** What is said instead of matrices and bars where there are too many classes to look at one by one, such as persons. */
public final class TooManyClasses {
    private TooManyClasses() {}

    /** Why there is no figure by class, and which numbers there are. */
    public static String sentence(LabelSet labels) {
        return Texts.of("report.tooManyClasses.sentence", labels.size(), LabelSet.MOST_READABLE);
    }
}
