package org.maferstudio.ui.results.importexport;

import org.maferstudio.report.FigureKind;
import org.maferstudio.texts.Texts;

/** What a figure shows, as someone chooses it. */
enum FigureContent {
    CONFUSION(Texts.of("results.confusion-matrix"), FigureKind.CONFUSION),
    /** Order, decimals and scale are those of the authors' figure. */
    PAPER(Texts.of("results.confusion-as-in-the-paper"), FigureKind.CONFUSION),
    CLASSES(Texts.of("results.accuracy-of-each-class"), FigureKind.CLASSES),
    RESOLUTION(Texts.of("results.accuracy-by-resolution"), FigureKind.RESOLUTION),
    HEATMAP(Texts.of("results.class-by-resolution"), FigureKind.HEATMAP),
    RELIABILITY(Texts.of("results.reliability"), FigureKind.RELIABILITY),
    COVERAGE(Texts.of("results.accuracy-against-coverage"), FigureKind.COVERAGE),
    HISTORY(Texts.of("results.training"), FigureKind.HISTORY);

    private final String title;
    private final FigureKind kind;

    FigureContent(String title, FigureKind kind) {
        this.title = title;
        this.kind = kind;
    }

    FigureKind kind() {
        return kind;
    }

    /** Whether it shows one resolution of several. */
    boolean atOneResolution() {
        return this != RESOLUTION && this != HEATMAP && this != HISTORY;
    }

    @Override
    public String toString() {
        return title;
    }
}
