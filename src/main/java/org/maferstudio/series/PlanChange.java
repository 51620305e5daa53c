package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/** Changes the order of the runs of a series that were not begun, or removes some of them; also while others are trained. */
public final class PlanChange {
    private final Series series;

    /** Creates a change of a series as it is now. */
    public PlanChange(Series series) {
        this.series = series;
    }

    /** Whether the training of a run has begun. */
    public boolean isBegun(SeriesRun run) {
        return Experiment.isExperiment(series.folder(run));
    }

    /** Moves a run before the one before it that was not begun either; nothing if there is none. */
    public Series earlier(int number) {
        return moved(number, -1);
    }

    /** Moves a run behind the next one that was not begun either; nothing if there is none. */
    public Series later(int number) {
        return moved(number, 1);
    }

    private Series moved(int number, int by) {
        List<SeriesRun> runs = new ArrayList<>(series.runs());
        int at = index(runs, number);
        int to = at + by;
        while (to >= 0 && to < runs.size() && isBegun(runs.get(to))) {
            to += by;
        }
        if (to < 0 || to >= runs.size()) {
            return series;
        }
        runs.add(to, runs.remove(at));
        return series.withRuns(runs);
    }

    /**
     * Removes a run.
     *
     * @throws Problem if it is the last one
     */
    public Series without(int number) {
        List<SeriesRun> runs = new ArrayList<>(series.runs());
        runs.remove(index(runs, number));
        if (runs.isEmpty()) {
            throw Problem.input(Texts.of("series.change.error.last"));
        }
        return series.withRuns(runs);
    }

    private int index(List<SeriesRun> runs, int number) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).number() == number && !isBegun(runs.get(i))) {
                return i;
            }
        }
        throw Problem.input(Texts.of("series.change.error.begun", number));
    }
}
