package org.maferstudio.series;

import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/**
 * Trains runs of a series on this computer, all of them to the end or by successive halving.
 *
 * @param series that has the runs
 * @param progress of all runs together
 * @param messages receives a line when a run starts and ends
 */
public record SeriesRunner(Series series, Progress progress, Consumer<String> messages) {
    /**
     * Trains.
     *
     * @param execution on this computer
     * @param runs those that are finished are left out; with halving, the rounds say which are trained
     * @throws Problem as {@link LocalRunner#train} and {@link HalvingRunner#train}
     */
    public LocalRunner.Ending train(SeriesExecution execution, List<SeriesRun> runs) {
        return execution.halving() > 0
                ? new HalvingRunner(series, execution, progress, messages).train()
                : new LocalRunner(series, execution.atOnce(), progress, messages).train(runs);
    }
}
