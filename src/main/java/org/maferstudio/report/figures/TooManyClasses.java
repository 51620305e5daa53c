package org.maferstudio.report.figures;

import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** The message shown instead of matrices and bars if there are too many classes, such as people. */
public final class TooManyClasses {
    private TooManyClasses() {}

    /** Explains why there is no figure by class, and which results are available. */
    public static String sentence(LabelSet labels) {
        return Texts.of("report.tooManyClasses.sentence", labels.size(), LabelSet.MOST_READABLE);
    }
}
