package org.maferstudio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.FolderLock;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.Saving;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * Trains the members of a series one after another. A series that was stopped or killed resumes with its current
 * member.
 */
public final class SeriesTraining {
    private final Training training;
    private final Progress progress;
    private final TrainingListener listener;

    /** Creates a training of series. */
    public SeriesTraining(Progress progress, TrainingListener listener) {
        this(new Training(progress, listener), progress, listener);
    }

    /** Creates a training of series with a given training of members. */
    SeriesTraining(Training training, Progress progress, TrainingListener listener) {
        this.training = training;
        this.progress = progress;
        this.listener = listener;
    }

    /**
     * Trains a series from the start. The dataset is checked first: if it does not allow these folds, nothing is
     * created.
     *
     * @param make creates the series' folder
     * @throws Problem if the recipe cannot be used here, or a training failed
     */
    public TrainingOutcome start(Recipe recipe, SeriesPlan plan, Supplier<Series> make) {
        InitialWeights.of(recipe.network());
        SeriesRun first = plan.runs(recipe).get(0);
        try (Dataset dataset = Datasets.open(first.recipe().dataset(), progress)) {
            dataset.notes().forEach(listener::onMessage);
        }
        return resume(make.get());
    }

    /**
     * Resumes a series.
     *
     * @throws Problem if it cannot be resumed, or a training failed
     */
    public TrainingOutcome resume(Series series) {
        Experiment whole = series.experiment();
        if (whole.manifest().state().status() == RunStatus.FINISHED) {
            return TrainingOutcome.finishedBefore(whole.manifest().state());
        }
        FolderLock lock = whole.lock();
        Saving saving = Saving.of(Texts.of("training.job.saving.training", whole.folder()));
        try {
            whole.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
            return members(series);
        } catch (RuntimeException | OutOfMemoryError e) {
            Problem problem = TrainingFailures.explain(e, whole);
            TrainingFailures.note(whole, problem);
            throw problem;
        } finally {
            saving.close();
            lock.close();
        }
    }

    private TrainingOutcome members(Series series) {
        List<SeriesRun> runs = series.runs();
        for (int i = 0; i < runs.size(); i++) {
            Experiment member = series.member(runs.get(i));
            if (member.manifest().state().status() != RunStatus.FINISHED) {
                log(series, Texts.of("training.log.seriesMember", i + 1, runs.size(), member.id()));
                if (stopped(member)) {
                    log(series, Texts.of("training.log.seriesStopped", member.id()));
                    return gather(series);
                }
            }
            summarise(series);
        }
        if (!series.isSweep()) {
            SeriesSummary.of(series)
                    .on("validation", Resolution.NATIVE)
                    .ifPresent(reached -> log(series, sentence(series, reached.accuracy())));
        }
        return gather(series);
    }

    /** Writes what the finished trainings have in common. */
    private static void summarise(Series series) {
        List<Experiment> members = series.members();
        boolean begun = !members.isEmpty() && members.get(0).manifest().input().isPresent();
        if (begun && series.experiment().manifest().versions().isEmpty()) {
            ExperimentManifest first = members.get(0).manifest();
            series.experiment().update(manifest -> described(series, manifest, first));
        }
        if (!series.isSweep()) {
            SeriesSummary.of(series).write(series);
        }
    }

    /**
     * Records in the series' folder what its trainings have reached: finished if all are, otherwise stopped.
     *
     * @return the state of the series
     */
    public static TrainingOutcome gather(Series series) {
        summarise(series);
        List<ExperimentManifest.State> states = series.members().parallelStream()
                .map(member -> member.outline().state())
                .toList();
        boolean finished = states.size() == series.runs().size()
                && states.stream().allMatch(state -> state.status() == RunStatus.FINISHED);
        return ended(series, states, finished ? RunStatus.FINISHED : RunStatus.STOPPED);
    }

    /** Trains a member; returns true if a stop was requested. */
    private boolean stopped(Experiment member) {
        try {
            return training.resume(member).ending() == RunStatus.STOPPED;
        } catch (Problem e) {
            // Stopped while its dataset was being opened.
            if (progress.stopRequested()) {
                return true;
            }
            throw e;
        }
    }

    private static String sentence(Series series, Spread accuracy) {
        return Texts.of(
                "training.log.seriesAccuracy",
                accuracy.mean(),
                accuracy.standardDeviation(),
                series.plan().title());
    }

    /** The metadata of the series' dataset: that of its first training. */
    static ExperimentManifest described(Series series, ExperimentManifest whole, ExperimentManifest first) {
        DatasetMetadata dataset = first.dataset();
        List<String> notes = new ArrayList<>(dataset.notes());
        notes.add(Texts.of("training.note.series", series.plan().title()));
        return whole.withDataset(dataset.withNotes(notes), null, first.versions(), first.device());
    }

    private void log(Series series, String line) {
        series.experiment().log(line);
        listener.onMessage(line);
    }

    /** Saves the summary of all trainings. */
    private static TrainingOutcome ended(Series series, List<ExperimentManifest.State> states, RunStatus ending) {
        List<ExperimentManifest.Best> bests = states.stream()
                .map(ExperimentManifest.State::best)
                .filter(best -> best != null)
                .toList();
        int epoch =
                states.stream().mapToInt(ExperimentManifest.State::epoch).max().orElse(0);
        long steps = states.stream().mapToLong(ExperimentManifest.State::step).sum();
        // A mean over different settings has no meaning.
        ExperimentManifest.Best mean = bests.isEmpty() || series.isSweep()
                ? null
                : new ExperimentManifest.Best(
                        epoch,
                        steps,
                        bests.get(0).measure(),
                        new Spread(bests.stream()
                                        .map(ExperimentManifest.Best::value)
                                        .toList())
                                .mean());
        ExperimentManifest manifest = series.experiment()
                .update(old -> old.with(new ExperimentManifest.State(ending, epoch, steps, mean, "")));
        return TrainingOutcome.of(manifest.state());
    }
}
