package org.maferstudio.ui.results.shown;

/** What fills the pane of results. */
public enum Page {
    /** Matrix and curves of the experiments themselves. */
    FIGURES("Figures"),
    /** Their matrices beside and over each other. */
    COMPARE("Compare"),
    /** The labels that the first of them doubts. */
    DOUBTS("Labels"),
    /** Their numbers beside the paper's. */
    PAPER("Paper"),
    /** Each network on the dataset of each. */
    DATASETS("Datasets");

    private final String title;

    Page(String title) {
        this.title = title;
    }

    /** Its name on the button. */
    public String title() {
        return title;
    }

    /** Whether its numbers lead to samples. */
    public boolean leadsToSamples() {
        return this == FIGURES || this == COMPARE || this == DOUBTS;
    }
}
