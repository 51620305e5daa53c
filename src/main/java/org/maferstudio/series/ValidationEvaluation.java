package org.maferstudio.series;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Evaluates all finished runs of a series on the validation split, at resolutions that their recipes do not name. What was
 * evaluated before is not evaluated again.
 */
public final class ValidationEvaluation {
    private final Series series;
    private final DeviceConfig device;
    private final Progress progress;
    private final Consumer<String> notes;

    /**
     * Creates an evaluation.
     *
     * @param notes receives remarks, such as samples of unknown classes
     */
    public ValidationEvaluation(Series series, DeviceConfig device, Progress progress, Consumer<String> notes) {
        this.series = series;
        this.device = device;
        this.progress = progress;
        this.notes = notes;
    }

    /**
     * Evaluates the runs, one after another.
     *
     * @return whether all were evaluated; false if a stop was requested
     * @throws Problem if none is finished, or the dataset is missing
     */
    public boolean run(List<Resolution> resolutions) {
        List<Experiment> finished = series.finished();
        if (finished.isEmpty()) {
            throw Problem.input(Texts.of("series.validation.error.unfinished", series.experiment()));
        }
        for (int i = 0; i < finished.size(); i++) {
            Experiment member = finished.get(i);
            Progress part = new Part(i, finished.size());
            List<Resolution> missing = MissingPredictions.of(member, Sample.VALIDATION, resolutions);
            if (!new MissingPredictions(device, part, notes).evaluate(member, Sample.VALIDATION, missing)) {
                return false;
            }
        }
        return true;
    }

    /** The progress of one run as that of all. */
    private final class Part implements Progress {
        private final int before;
        private final int all;

        Part(int before, int all) {
            this.before = before;
            this.all = all;
        }

        @Override
        public void report(double fraction, String message) {
            progress.report((before + fraction) / all, message);
        }

        @Override
        public void report(double fraction, String message, Duration left) {
            report(fraction, message);
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }
    }
}
