package org.maferstudio.ui.results.selection;

import org.maferstudio.texts.Texts;

/** What fills the pane of results. */
public enum ResultsPage {
    /** Matrix and curves of the experiments themselves. */
    FIGURES(Texts.of("results.page.figures")),
    /** Their matrices side by side, and their differences. */
    COMPARE(Texts.of("results.comparison.compare")),
    /** Their results by the values of a column. */
    SLICES(Texts.of("results.page.slices")),
    /** The label review of the first of them. */
    LABELS(Texts.of("results.page.labels")),
    /** Their results compared with the paper's. */
    PAPER(Texts.of("results.page.paper")),
    /** Their accuracy on other images, see {@link OtherImages}. */
    DATASETS(Texts.of("results.page.datasets"));

    private final String title;

    ResultsPage(String title) {
        this.title = title;
    }

    /** Its name on the button. */
    public String title() {
        return title;
    }

    /** Whether its numbers lead to samples. */
    public boolean leadsToSamples() {
        return this == FIGURES || this == COMPARE || this == SLICES || this == LABELS;
    }
}
