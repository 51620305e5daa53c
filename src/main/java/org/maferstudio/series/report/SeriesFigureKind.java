package org.maferstudio.series.report;

import java.util.Locale;
import org.maferstudio.texts.Texts;

/** The figures of a series. */
public enum SeriesFigureKind {
    /** For each value of one setting the mean over all runs with it. */
    EFFECT(Texts.of("series.figure.effect")),
    /** A line for each setting across an axis for everything that varies. */
    PARALLEL(Texts.of("series.figure.parallel")),
    /** Accuracy by resolution with bands over runs. */
    RESOLUTION(Texts.of("series.figure.resolution")),
    /** Validation loss and accuracy by epoch with bands over runs. */
    HISTORY(Texts.of("series.figure.history"));

    private final String title;

    SeriesFigureKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As the command line and names of files have it, such as {@code parallel}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
