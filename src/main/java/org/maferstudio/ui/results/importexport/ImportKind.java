package org.maferstudio.ui.results.importexport;

import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;

/** What a file of another program holds. */
enum ImportKind {
    /** A row a sample. */
    PREDICTIONS(Texts.of("results.importForm.kind.predictions")),
    /** Counts by true and predicted class. */
    MATRIX(FigureKind.CONFUSION.title());

    private final String title;

    ImportKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
