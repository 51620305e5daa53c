package org.maferstudio.ui.training.series;

import java.nio.file.Path;
import org.maferstudio.experiment.Series;
import org.maferstudio.series.SeriesExecution;

/** Trains series in their turn. */
public interface SeriesQueue {
    /** Adds a series, whose folder and execution exist. */
    void add(Series series, SeriesExecution execution);

    /** A series in the queue has more runs; one that has ended goes on. */
    void extended(Path folder);
}
