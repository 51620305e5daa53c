package org.maferstudio.cli.options;

import java.util.Arrays;
import java.util.Optional;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.series.report.SeriesFigureKind;

/** The figures of {@code mafer figure}: those of experiments and those of a series, some of which have one name. */
public enum FigureName {
    CONFUSION,
    PAPER,
    CLASSES,
    RESOLUTION,
    HEATMAP,
    RELIABILITY,
    COVERAGE,
    EMBEDDING,
    HISTORY,
    EFFECT,
    PARALLEL;

    /** The figure of experiments; empty for one of a series only. */
    public Optional<FigureKind> ofExperiments() {
        return Arrays.stream(FigureKind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }

    /** The figure of a series; empty for one of experiments only. */
    public Optional<SeriesFigureKind> ofSeries() {
        return Arrays.stream(SeriesFigureKind.values())
                .filter(kind -> kind.name().equals(name()))
                .findFirst();
    }
}
