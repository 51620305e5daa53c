package org.maferstudio.ui.results.importexport;

import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.texts.Texts;

/** The figures to choose from. */
enum FigureContent {
    CONFUSION(Texts.of("results.matrix.title"), FigureKind.CONFUSION),
    /** Order, decimals and scale are those of the authors' figure. */
    PAPER(Texts.of("results.figureDialog.figure.paperConfusion"), FigureKind.CONFUSION),
    CLASSES(Texts.of("results.charts.classes"), FigureKind.CLASSES),
    RESOLUTION(Texts.of("results.charts.resolution"), FigureKind.RESOLUTION),
    HEATMAP(Texts.of("results.charts.heatmap"), FigureKind.HEATMAP),
    RELIABILITY(Texts.of("results.charts.reliability"), FigureKind.RELIABILITY),
    COVERAGE(Texts.of("results.charts.coverage"), FigureKind.COVERAGE),
    HISTORY(Texts.of("results.charts.training"), FigureKind.HISTORY);

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
