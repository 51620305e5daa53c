package org.maferstudio.results;

/** What a cell of a confusion matrix says. */
public enum Normalisation {
    /** How many samples. */
    COUNTS("Counts"),
    /** The share of the samples of this truth; the diagonal is the recall of each class. */
    ROWS("Rows"),
    /** The share of the samples that were called this; the diagonal is the precision of each class. */
    COLUMNS("Columns");

    private final String title;

    Normalisation(String title) {
        this.title = title;
    }

    /** A word for people. */
    public String title() {
        return title;
    }
}
