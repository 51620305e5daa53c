package org.maferstudio.ui.results.exchange;

/** What a file of another program holds. */
enum ImportKind {
    /** A row a sample. */
    PREDICTIONS("Predictions"),
    /** Counts by truth and prediction. */
    MATRIX("Confusion matrix");

    private final String title;

    ImportKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
