package org.maferstudio.ui.results.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.report.figures.ConfusionFigure;
import org.maferstudio.report.figures.ResolutionFigure;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.Slice;
import org.maferstudio.slices.SlicedResults;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;

/**
 * The figures of slices.
 *
 * @param results of one column
 * @param ordered the slices, worst first
 * @param selected the one that is shown; empty for all
 */
record SliceFigures(SlicedResults results, List<Slice> ordered, Optional<Slice> selected) {
    /** Curves that can be told apart in one figure. */
    private static final int MOST_CURVES = 4;
    /** With so many samples an interval has at most 20 points. */
    private static final int NARROW = 100;
    /** The name of all samples in files. */
    private static final String ALL = "all";

    /**
     * All samples and the selected slice; without one all slices if they are four, otherwise the worst ones. Wide bands
     * are drawn only if their slice is selected, because they would cover the other lines.
     */
    ResolutionFigure curve() {
        List<Slice> slices = selected.map(List::of).orElse(ordered);
        List<ResolutionFigure.Series> series = new ArrayList<>();
        if (slices.size() != MOST_CURVES) {
            series.add(new ResolutionFigure.Series(
                    Texts.of("results.slices.curve.all"), ALL, results.whole(), ResolutionFigure.Band.DRAWN));
        }
        slices.stream()
                .limit(MOST_CURVES - (long) series.size())
                .map(this::series)
                .forEach(series::add);
        return new ResolutionFigure(series);
    }

    private ResolutionFigure.Series series(Slice slice) {
        return new ResolutionFigure.Series(
                slice.isSmall() ? Texts.of("results.slices.few", slice.title()) : slice.title(),
                slice.value(),
                slice.sweep(),
                slice.n() < NARROW && selected.isEmpty() ? ResolutionFigure.Band.NONE : ResolutionFigure.Band.DRAWN);
    }

    /** The matrix of the selected slice, or of all samples; null for many classes. */
    ConfusionFigure matrix(Resolution resolution, Normalisation normalisation) {
        ResolutionSweep sweep = selected.map(Slice::sweep).orElse(results.whole());
        return sweep.points().stream()
                .filter(point -> point.resolution().equals(resolution))
                .findFirst()
                .flatMap(ResolutionSweep.Point::matrix)
                .map(counted -> new ConfusionFigure(
                        List.of(new ConfusionFigure.Panel(title(counted.total()), counted)), normalisation))
                .orElse(null);
    }

    private String title(long n) {
        String count = Numbers.count(n);
        return selected.map(slice -> Texts.of("results.slices.matrix.slice", results.column(), slice.title(), count))
                .orElseGet(() -> Texts.of("results.slices.matrix.all", count));
    }
}
