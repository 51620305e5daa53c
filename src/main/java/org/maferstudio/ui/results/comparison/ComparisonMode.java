package org.maferstudio.ui.results.comparison;

import org.maferstudio.texts.Texts;

/** How experiments are compared. */
public enum ComparisonMode {
    /** Up to four matrices on one scale. */
    BESIDE(Texts.of("results.comparison.mode.sideBySide")),
    /** One matrix minus the first. */
    DIFFERENCE(Texts.of("results.comparison.mode.difference"));

    private final String title;

    ComparisonMode(String title) {
        this.title = title;
    }

    /** Its name on the button. */
    public String title() {
        return title;
    }
}
