package org.maferstudio.ui.training.series;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.DurationText;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.series.Halving;
import org.maferstudio.series.SeriesEstimate;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.texts.Texts;

/** The sentence on the planned runs of a new series that are trained here: how many, and how long they take. */
final class SeriesSummary {
    private SeriesSummary() {}

    /**
     * The sentence.
     *
     * @param planned at least one
     * @param seconds the estimated time of a training; NaN while unknown
     */
    static String of(List<SeriesRun> planned, SeriesExecution execution, ToDoubleFunction<Recipe> seconds) {
        double all =
                SeriesEstimate.ofPlanned(planned, execution.atOnce(), seconds).seconds();
        if (execution.halving() > 0) {
            return ofHalving(planned, execution.halving(), all);
        }
        return Double.isNaN(all)
                ? Texts.of("training.series.summary", planned.size())
                : Texts.of("training.series.summaryAndTime", planned.size(), time(all), execution.atOnce());
    }

    private static String ofHalving(List<SeriesRun> planned, int factor, double seconds) {
        int settings = (int) planned.stream().map(SeriesRun::varied).distinct().count();
        Halving.Shape shape = Halving.Shape.of(settings, Halving.commonEpochs(planned), factor);
        int each = planned.size() / settings;
        double share = shape.epochs() / (double) shape.epochsOfAll();
        return Texts.of(
                "training.series.summary.halving",
                planned.size(),
                each * shape.epochs(),
                each * shape.epochsOfAll(),
                Double.isNaN(seconds) ? "none" : time(share * seconds));
    }

    private static String time(double seconds) {
        return DurationText.of(Duration.ofMillis(Math.round(1000 * seconds)));
    }
}
