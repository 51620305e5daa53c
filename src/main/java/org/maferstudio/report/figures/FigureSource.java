package org.maferstudio.report.figures;

import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.job.Problem;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.schedule.Resolution;

/** An experiment as figures need it: stored in its folder, or read by the window already. */
public interface FigureSource {
    /** Its name in legends. */
    String name();

    /** The evaluated split. */
    String split();

    /** The experiment itself. */
    Experiment experiment();

    /**
     * The predictions at a resolution.
     *
     * @throws Problem if there are none
     */
    Predictions predictionsAt(Resolution resolution);

    /**
     * The confusion matrix at a resolution.
     *
     * @throws Problem if there are no predictions
     */
    ConfusionMatrix matrixAt(Resolution resolution);

    /**
     * The numbers at a resolution.
     *
     * @throws Problem if there are no predictions
     */
    ResolutionSweep.Point numbersAt(Resolution resolution);

    /**
     * The numbers at all resolutions.
     *
     * @throws Problem if there are no predictions
     */
    ResolutionSweep numbers();

    /** The training history; may be empty. */
    List<HistoryRow> history();
}
