package org.maferstudio.series;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;

/** The runs that a runner trains, in the order of the plan as it is now: it can be changed while they are trained. */
final class RunnerPlan {
    private final Series series;
    private final Set<Integer> numbers;
    private final boolean whole;
    private final SeriesReader reader = new SeriesReader();

    /**
     * Begins with some runs of a series.
     *
     * @param runs all of them, to train also those that are added later, or some
     */
    RunnerPlan(Series series, List<SeriesRun> runs) {
        this.series = series;
        this.numbers = runs.stream().map(SeriesRun::number).collect(Collectors.toSet());
        this.whole = runs.size() == series.runs().size();
    }

    /** The runs, without those that were removed from the plan. */
    List<SeriesRun> runs() {
        List<SeriesRun> planned =
                reader.open(series.experiment().folder()).orElse(series).runs();
        return whole
                ? planned
                : planned.stream().filter(run -> numbers.contains(run.number())).toList();
    }
}
