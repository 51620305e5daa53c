package org.maferstudio.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** Outcomes of runs that were never trained, written by the program's own writer. */
public final class FakeRuns {
    private static final LabelSet LABELS = new LabelSet(List.of("anger", "happiness"));

    private FakeRuns() {}

    /** Finishes a run with the same predictions as a network of this accuracy, to one in {@code n}. */
    public static Experiment finish(Series series, SeriesRun run, int n, double accuracy) {
        Experiment experiment = series.member(run);
        experiment.write(predictions("validation", n, accuracy, run.number()));
        int epochs = run.recipe().course().epochs();
        experiment.update(manifest -> manifest.with(new ExperimentManifest.State(
                RunStatus.FINISHED,
                epochs,
                10L * epochs,
                new ExperimentManifest.Best(epochs, 10L * epochs, TrainingConfig.Measure.ACCURACY, accuracy),
                "")));
        return experiment;
    }

    /** Finishes all runs. */
    public static void finishAll(Series series, int n, ToDoubleFunction<SeriesRun> accuracy) {
        series.runs().forEach(run -> finish(series, run, n, accuracy.applyAsDouble(run)));
    }

    public static Predictions predictions(String split, int n, double accuracy, long seed) {
        return predictions(split, n, accuracy, seed, Resolution.NATIVE);
    }

    /** Predictions at a resolution. */
    public static Predictions predictions(String split, int n, double accuracy, long seed, Resolution at) {
        Random random = new Random(seed);
        List<Prediction> rows = new ArrayList<>();
        long correct = Math.round(n * accuracy);
        for (int i = 0; i < n; i++) {
            int label = i % 2;
            int predicted = i < correct ? label : 1 - label;
            float sure = 0.5f + random.nextFloat() / 2;
            rows.add(new Prediction(split + "/" + i, "", label, predicted, new float[] {
                predicted == 0 ? sure : 1 - sure, predicted == 0 ? 1 - sure : sure
            }));
        }
        return new Predictions(LABELS, split, at, rows);
    }
}
