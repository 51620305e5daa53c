package org.maferstudio.ui.results.exchange;

import org.maferstudio.report.FigureKind;

/** What a figure shows, as someone chooses it. */
enum FigureContent {
    CONFUSION("Confusion matrix", FigureKind.CONFUSION),
    /** Order, decimals and scale are those of the authors' figure. */
    PAPER("Confusion, as in the paper", FigureKind.CONFUSION),
    CLASSES("Accuracy of each class", FigureKind.CLASSES),
    RESOLUTION("Accuracy by resolution", FigureKind.RESOLUTION),
    HEATMAP("Class by resolution", FigureKind.HEATMAP),
    RELIABILITY("Reliability", FigureKind.RELIABILITY),
    COVERAGE("Accuracy against coverage", FigureKind.COVERAGE),
    HISTORY("Training", FigureKind.HISTORY);

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
