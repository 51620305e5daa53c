package org.maferstudio.report.figures;

/** The figures that an experiment gives. */
public enum FigureKind {
    /** Confusion matrices at one resolution. */
    CONFUSION,
    /** The accuracy of each class at one resolution. */
    CLASSES,
    /** Accuracy over resolution. */
    RESOLUTION,
    /** Class by resolution, of one experiment. */
    HEATMAP,
    /** Accuracy over confidence at one resolution. */
    RELIABILITY,
    /** Accuracy over the share that is answered, at one resolution. */
    COVERAGE,
    /** Deep features in the plane, as mafer embed has laid them out. */
    EMBEDDING,
    /** The course of the training. */
    HISTORY
}
