package org.maferstudio.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.FolderLock;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.CountText;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.Saving;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.PixelLimits;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.Evaluator;
import org.maferstudio.training.loss.FrozenTeacher;

/** Runs a training from a recipe, or resumes an experiment. Only one training at a time runs in a process. */
public final class Training {
    /** Stored texts are never translated. */
    private static final String NOT_PACKAGED = "not packaged";

    private final Progress progress;
    private final TrainingListener listener;
    private final Limits limits;

    /**
     * Limits of a training.
     *
     * @param checkpointEvery maximum time between checkpoints
     * @param pixelBytes cache limit for pixels; images beyond it are read again in each epoch
     */
    record Limits(Duration checkpointEvery, long pixelBytes) {
        static final Limits USUAL = new Limits(Duration.ofMinutes(2), PixelCache.defaultLimit());

        private PixelLimits pixels(Recipe recipe) {
            return new PixelLimits(pixelBytes, recipe.machine().pixelCacheBytes());
        }
    }

    /** Creates a training. */
    public Training(Progress progress, TrainingListener listener) {
        this(progress, listener, Limits.USUAL);
    }

    Training(Progress progress, TrainingListener listener, Limits limits) {
        this.progress = progress;
        this.listener = listener;
        this.limits = limits;
    }

    /**
     * Trains from a recipe. The dataset is checked first: if it cannot be used, no experiment is created.
     *
     * @param make creates the experiment's folder
     * @return the outcome; stopped without an experiment if a stop was requested while the dataset was read
     * @throws Problem if the recipe cannot be used here, or the training failed
     */
    public TrainingOutcome start(Recipe recipe, Supplier<Experiment> make) {
        check(recipe);
        Place place = place(recipe);
        try (TrainingData data = TrainingData.toTrain(recipe.dataset(), limits.pixels(recipe), progress)) {
            return start(place, data, make);
        }
    }

    /**
     * Checks a recipe without its dataset, engine and device: the network's input, its initial weights and its teacher.
     *
     * @throws Problem if it cannot be trained
     */
    public static void check(Recipe recipe) {
        checkSize(recipe);
        // Read here only as a check, so that a wrong file creates no experiment.
        InitialWeights.of(recipe.network());
        FrozenTeacher.check(recipe);
    }

    /** The same on data that are open already and stay open. */
    TrainingOutcome start(Recipe recipe, TrainingData data, Supplier<Experiment> make) {
        return start(place(recipe), data, make);
    }

    private TrainingOutcome start(Place place, TrainingData data, Supplier<Experiment> make) {
        if (!data.isComplete()) {
            return TrainingOutcome.of(ExperimentManifest.State.NEW.as(RunStatus.STOPPED));
        }
        return guarded(make.get(), experiment -> work(experiment, data, place));
    }

    /**
     * Resumes an experiment from its last checkpoint; a finished one is not changed. A series continues with its
     * current training.
     *
     * @throws Problem if it cannot be resumed, or the training failed
     */
    public TrainingOutcome resume(Experiment experiment) {
        Optional<Series> series = Series.of(experiment);
        if (series.isPresent()) {
            return new SeriesTraining(this, progress, listener).resume(series.get());
        }
        ExperimentManifest manifest = experiment.manifest();
        if (manifest.state().status() == RunStatus.FINISHED) {
            return TrainingOutcome.finishedBefore(manifest.state());
        }
        if (manifest.state().status() == RunStatus.IMPORTED) {
            throw Problem.input(
                    manifest.imported().isPresent()
                            ? Texts.of("training.error.importedNetwork", experiment.folder())
                            : Texts.of("training.error.importedExperiment", experiment.folder()));
        }
        checkCheckpoint(experiment, manifest);
        WeightFiles.check(WeightFiles.Role.TEACHER, manifest.recipe(), manifest.weights());
        Place place = place(manifest.recipe());
        return guarded(experiment, locked -> {
            try (TrainingData data = TrainingData.toTrain(
                    LocatedDatasets.source(experiment), limits.pixels(manifest.recipe()), progress)) {
                return data.isComplete() ? work(locked, data, place) : recordEnd(locked, RunStatus.STOPPED);
            }
        });
    }

    /** Checks the checkpoint before the dataset is read, which may take minutes. */
    private static void checkCheckpoint(Experiment experiment, ExperimentManifest manifest) {
        if (manifest.state().step() > 0 && !new Checkpoints(experiment.checkpoints()).any()) {
            throw Problem.input(Texts.of(
                    "training.error.checkpointMissing",
                    experiment.folder(),
                    manifest.state().step()));
        }
    }

    private static void checkSize(Recipe recipe) {
        NetworkSpec spec = recipe.network().spec();
        if (recipe.network().size() < spec.smallestSide()) {
            throw Problem.input(Texts.of(
                    "training.error.inputTooSmall",
                    spec.name(),
                    spec.smallestSide(),
                    recipe.network().size()));
        }
    }

    private Place place(Recipe recipe) {
        checkSize(recipe);
        ComputeEngine engine = ComputeEngine.load(recipe.machine().threadsHere());
        ComputeDevice device = engine.device(DeviceChoice.of(recipe.machine().device()));
        listener.onMessage(Texts.of(
                "training.log.device",
                device.id(),
                device.name(),
                recipe.machine().threadsHere(),
                engine.name(),
                engine.version()));
        return new Place(device, engine.name() + " " + engine.version());
    }

    /** The device and engine of a training. */
    private record Place(ComputeDevice device, String engine) {}

    @FunctionalInterface
    private interface Sitting {
        TrainingOutcome at(Experiment experiment);
    }

    /** Holds the experiment's lock, and records how the training ended. */
    private TrainingOutcome guarded(Experiment experiment, Sitting sitting) {
        FolderLock lock = experiment.lock();
        Saving saving = Saving.of(Texts.of("training.job.saving.training", experiment.folder()));
        try {
            experiment.update(manifest -> manifest.with(manifest.state().as(RunStatus.RUNNING)));
            return sitting.at(experiment);
        } catch (RuntimeException | OutOfMemoryError e) {
            Problem problem = TrainingFailures.explain(e, experiment);
            TrainingFailures.note(experiment, problem);
            throw problem;
        } finally {
            saving.close();
            lock.close();
        }
    }

    private TrainingOutcome work(Experiment experiment, TrainingData data, Place place) {
        ExperimentManifest manifest = recordStart(experiment, data, place);
        InputContract contract = manifest.input().orElseThrow();
        try (TrainingSession session = new TrainingSession(manifest.recipe(), data, contract, place.device())) {
            Optional<List<String>> checked = EngineRecord.of(experiment, session, progress);
            if (checked.isEmpty()) {
                return recordEnd(experiment, RunStatus.STOPPED);
            }
            checked.get().forEach(line -> log(experiment, line));
            RunState from = restore(experiment, session);
            log(experiment, session.sentence());
            HistoryRecorder recorder = new HistoryRecorder(experiment, session, limits.checkpointEvery(), from.step());
            RunState end = new TrainingLoop(session, from, recorder, listener).run(progress);
            if (!end.finished() || !evaluated(experiment, session)) {
                experiment.log(Texts.of("training.log.stopped", end.step()));
                return recordEnd(experiment, RunStatus.STOPPED);
            }
            return recordEnd(experiment, RunStatus.FINISHED);
        }
    }

    /** Records what is known before the first step, or checks that it is unchanged. */
    private ExperimentManifest recordStart(Experiment experiment, TrainingData data, Place place) {
        ExperimentManifest manifest = experiment.manifest();
        DatasetMetadata now = data.metadata();
        String expected = manifest.dataset().fingerprint();
        boolean begun = manifest.input().isPresent();
        if ((begun || !expected.isEmpty()) && !now.fingerprint().equals(expected)) {
            throw Problem.input(Texts.of("training.error.otherDataset"));
        }
        if (begun) {
            return manifest;
        }
        Recipe recipe = manifest.recipe();
        if (!now.leftOut().isEmpty()) {
            log(experiment, Texts.of("training.log.skipped", now.leftOut().size()));
        }
        if (data.leftOutDuplicates() > 0) {
            log(experiment, Texts.of("training.duplicates.leftOut", data.leftOutDuplicates()));
        }
        InputContract contract = data.contract(recipe.network());
        String where =
                place.device().id() + ", " + CountText.of(recipe.machine().threadsHere(), "thread");
        Map<String, String> sums = WeightFiles.sums(recipe);
        return experiment.update(
                old -> old.withDataset(now, contract, versions(place), where).withWeights(sums));
    }

    private static Map<String, String> versions(Place place) {
        String program = Training.class.getPackage().getImplementationVersion();
        return Map.of(
                "program", program == null ? NOT_PACKAGED : program,
                "java", Runtime.version().toString(),
                "engine", place.engine());
    }

    /** Restores the latest checkpoint, if there is one, and truncates the history accordingly. */
    private RunState restore(Experiment experiment, TrainingSession session) {
        Optional<Checkpoints.Checkpoint> newest = new Checkpoints(experiment.checkpoints()).newest();
        newest.ifPresent(session::load);
        if (newest.isEmpty()) {
            ExperimentManifest manifest = experiment.manifest();
            WeightFiles.check(WeightFiles.Role.BASE, manifest.recipe(), manifest.weights());
            InitialWeights.of(session.recipe().network())
                    .ifPresent(base -> loadInitialWeights(base, experiment, session));
        }
        RunState from = newest.map(Checkpoints.Checkpoint::state).orElse(RunState.START);
        experiment.write(experiment.history().upTo(from.step()));
        log(
                experiment,
                from.step() == 0 ? Texts.of("training.log.started") : Texts.of("training.log.resumed", from.step()));
        return from;
    }

    /** Reports how the initial weights were loaded: a summary, and in the log each layer. */
    private void loadInitialWeights(InitialWeights base, Experiment experiment, TrainingSession session) {
        LoadReport report = session.load(base);
        log(experiment, base.sentence(report));
        report.lines().forEach(experiment::log);
    }

    /**
     * Writes the predictions of the selected network on the validation split, at native and the recipe's resolutions;
     * returns false if a stop was requested.
     */
    private boolean evaluated(Experiment experiment, TrainingSession session) {
        session.load(NetworkFile.read(experiment.bestWeights()));
        Recipe recipe = session.recipe();
        List<Resolution> resolutions = new ArrayList<>(List.of(Resolution.NATIVE));
        recipe.resolutions().forEach(r -> resolutions.add(Resolution.of(r)));
        for (Resolution resolution : resolutions) {
            Evaluator.Question question = new Evaluator.Question(
                    Sample.VALIDATION,
                    session.validation(),
                    resolution,
                    recipe.schedule().kernel());
            Optional<Evaluator.Answer> answer = session.evaluator().evaluate(session.network(), question, progress);
            if (answer.isEmpty()) {
                return false;
            }
            experiment.write(answer.get().predictions());
            log(
                    experiment,
                    Texts.of(
                            "training.log.resolutionAccuracy",
                            resolution,
                            Scores.of(answer.get().predictions()).accuracy()));
        }
        return true;
    }

    private void log(Experiment experiment, String line) {
        experiment.log(line);
        listener.onMessage(line);
    }

    private static TrainingOutcome recordEnd(Experiment experiment, RunStatus status) {
        return TrainingOutcome.of(
                experiment.update(old -> old.with(old.state().as(status))).state());
    }
}
