package org.maferstudio.ui.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.report.figures.HistoryFigure;
import org.maferstudio.series.RunOutcome;

/**
 * Reads the curves of a series whenever it reports progress: of the runs that are trained now, and of the last ones before
 * them, as many as stand in one figure.
 */
final class SeriesCurves implements Progress {
    private static final int MOST = 4;

    private final Series series;
    private final Progress progress;
    private final Consumer<HistoryFigure> curves;

    SeriesCurves(Series series, Progress progress, Consumer<HistoryFigure> curves) {
        this.series = series;
        this.progress = progress;
        this.curves = curves;
    }

    @Override
    public void report(double fraction, String message) {
        report(fraction, message, null);
    }

    @Override
    public void report(double fraction, String message, Duration left) {
        progress.report(fraction, message, left);
        List<HistoryFigure.Series> shown = shown();
        if (!shown.isEmpty()) {
            curves.accept(new HistoryFigure(shown));
        }
    }

    @Override
    public boolean stopRequested() {
        return progress.stopRequested();
    }

    private List<HistoryFigure.Series> shown() {
        List<RunOutcome> begun = RunOutcome.states(series).stream()
                .filter(run -> run.status() != RunStatus.NEW)
                .sorted(Comparator.comparing((RunOutcome run) -> !run.status().isActive())
                        .thenComparing(run -> -run.run().number()))
                .toList();
        List<HistoryFigure.Series> shown = new ArrayList<>();
        for (RunOutcome run : begun) {
            List<HistoryRow> rows = rows(run);
            if (!rows.isEmpty() && shown.size() < MOST) {
                shown.add(new HistoryFigure.Series(run.run().name(), rows));
            }
        }
        return shown;
    }

    /** The validations of a run; none while another process replaces the file. */
    private static List<HistoryRow> rows(RunOutcome run) {
        try {
            return Experiment.open(run.folder()).history().rows();
        } catch (Problem e) {
            return List.of();
        }
    }
}
