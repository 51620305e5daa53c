package org.maferstudio.results;

import org.maferstudio.texts.Texts;

/** What a cell of a confusion matrix says. */
public enum Normalisation {
    /** How many samples. */
    COUNTS(Texts.of("results.matrix.cells.counts")),
    /** The share of the samples of this truth; the diagonal is the recall of each class. */
    ROWS(Texts.of("results.matrix.cells.rows")),
    /** The share of the samples that were called this; the diagonal is the precision of each class. */
    COLUMNS(Texts.of("results.matrix.cells.columns"));

    private final String title;

    Normalisation(String title) {
        this.title = title;
    }

    /** A word for people. */
    public String title() {
        return title;
    }
}
