package org.maferstudio.series;

import org.maferstudio.experiment.Series;
import org.maferstudio.job.RunStatus;
import org.maferstudio.training.SeriesTraining;

/** Records in the folder of a series what its runs have reached. */
public final class SeriesGathering {
    private static final SeriesJson SUMMARY = new SeriesJson("summary.json");

    private SeriesGathering() {}

    /**
     * Writes the state of the series and {@code summary.json}: of a sweep, what {@code mafer series --json} prints; of
     * seeds and folds alone, the common results and combined predictions.
     */
    public static void gather(Series series) {
        SeriesTraining.gather(series);
        SeriesResults results = SeriesResults.read(series);
        if (results.isDecided()) {
            series.experiment()
                    .update(manifest -> manifest.with(manifest.state().as(RunStatus.FINISHED)));
        }
        if (series.isSweep()) {
            SUMMARY.write(series, SeriesDescription.of(results, RunOutcome.ACCURACY));
        }
    }
}
