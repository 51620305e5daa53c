package org.maferstudio.report.figures;

/** The figures of an experiment. */
public enum FigureKind {
    /** Confusion matrices at one resolution. */
    CONFUSION,
    /** The accuracy of each class at one resolution. */
    CLASSES,
    /** Accuracy by resolution. */
    RESOLUTION,
    /** Accuracy by class and resolution, for one experiment. */
    HEATMAP,
    /** Accuracy by confidence at one resolution. */
    RELIABILITY,
    /** Accuracy by coverage at one resolution. */
    COVERAGE,
    /** Embedding of deep features, as computed by mafer embed. */
    EMBEDDING,
    /** Training curves. */
    HISTORY
}
