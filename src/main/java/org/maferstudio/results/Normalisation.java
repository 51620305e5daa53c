package org.maferstudio.results;

import org.maferstudio.texts.Texts;

/** What the cells of a confusion matrix show. */
public enum Normalisation {
    /** Numbers of samples. */
    COUNTS(Texts.of("results.matrix.cells.counts")),
    /** Shares of each true class; the diagonal is the recall of each class. */
    ROWS(Texts.of("results.matrix.cells.rows")),
    /** Shares of each predicted class; the diagonal is the precision of each class. */
    COLUMNS(Texts.of("results.matrix.cells.columns"));

    private final String title;

    Normalisation(String title) {
        this.title = title;
    }

    /** A word for display. */
    public String title() {
        return title;
    }
}
