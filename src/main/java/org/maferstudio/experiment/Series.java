package org.maferstudio.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/**
 * A series: an experiment that consists of several trainings. {@code series.json} lists them, {@code fold-01/} and so
 * on are ordinary experiments. Where they differ only in seed and fold, {@code summary.json} contains mean and standard
 * deviation, and {@code predictions/} the combined predictions of all folds.
 */
public final class Series {
    /** The file that lists its trainings. */
    public static final String PLAN = SeriesFile.NAME;

    private final Experiment whole;
    private final SeriesFile file;

    private Series(Experiment whole, SeriesFile file) {
        this.whole = whole;
        this.file = file;
    }

    /**
     * Creates a series that varies seeds and folds; its trainings are created when they start. Open settings of the recipe
     * (number of threads, relative paths) are resolved now.
     *
     * @param folder does not exist, or is empty
     * @throws Problem if the folder is not empty, or cannot be written
     */
    public static Series create(Path folder, Recipe recipe, SeriesPlan plan) {
        Recipe fixed = recipe.fixedHere();
        return create(folder, fixed, plan, List.of(), plan.runs(fixed));
    }

    /**
     * Creates a series of given trainings.
     *
     * @param varied what a sweep varies, see {@link SeriesRun#varied}
     * @throws Problem if the folder is not empty, or cannot be written
     */
    public static Series create(
            Path folder, Recipe recipe, SeriesPlan plan, List<String> varied, List<SeriesRun> runs) {
        Experiment.checkFree(folder);
        SeriesFile file = SeriesFile.of(recipe, plan, varied, runs);
        // Writes the plan first: an experiment without a plan would be trained as a single training.
        file.write(folder.toAbsolutePath().normalize());
        return new Series(Experiment.createIn(folder, recipe), file);
    }

    /**
     * Opens an experiment as a series; empty if it is a single training.
     *
     * @throws Problem if its plan is damaged
     */
    public static Optional<Series> of(Experiment experiment) {
        Path file = experiment.folder().resolve(PLAN);
        return Files.isRegularFile(file)
                ? Optional.of(new Series(experiment, SeriesFile.read(file)))
                : Optional.empty();
    }

    /**
     * Opens the series in a folder.
     *
     * @throws Problem if there is none, or its plan is damaged
     */
    public static Series open(Path folder) {
        return of(Experiment.open(folder))
                .orElseThrow(() -> Problem.input(Texts.of("experiment.series.error.none", folder, PLAN)));
    }

    /** Whether a folder contains a series. */
    public static boolean isSeries(Path folder) {
        return Files.isRegularFile(folder.resolve(PLAN));
    }

    /**
     * Returns the series with more trainings; a finished one is open again.
     *
     * @param plan its seeds and folds together
     * @param varied what its sweeps vary together
     */
    public Series plus(List<SeriesRun> more, SeriesPlan plan, List<String> varied) {
        List<SeriesRun> all = new ArrayList<>(runs());
        all.addAll(more);
        SeriesFile longer = SeriesFile.of(recipe(), plan, varied, all);
        longer.write(whole.folder());
        if (!more.isEmpty()) {
            whole.update(manifest -> manifest.state().status() == RunStatus.FINISHED
                    ? manifest.with(manifest.state().as(RunStatus.STOPPED))
                    : manifest);
        }
        return new Series(whole, longer);
    }

    /**
     * Returns the series with some of its trainings, in another order.
     *
     * @param runs at least one, each with its number
     */
    public Series withRuns(List<SeriesRun> runs) {
        SeriesFile changed = SeriesFile.of(recipe(), plan(), varied(), runs);
        changed.write(whole.folder());
        return new Series(whole, changed);
    }

    /** The experiment that contains the others. */
    public Experiment experiment() {
        return whole;
    }

    /** The recipe that all runs start from. */
    public Recipe recipe() {
        return file.recipe() == null ? whole.manifest().recipe() : file.recipe();
    }

    /** The seeds and folds of its trainings. */
    public SeriesPlan plan() {
        return file.plan();
    }

    /** What a sweep varies, in order; empty if only seeds and folds differ. */
    public List<String> varied() {
        return file.varied();
    }

    /** Whether its trainings differ in more than seed and fold, so that a mean of all has no meaning. */
    public boolean isSweep() {
        return !file.varied().isEmpty();
    }

    /** Its trainings in order, started or not. */
    public List<SeriesRun> runs() {
        return file.runs().isEmpty() ? file.plan().runs(whole.manifest().recipe()) : file.runs();
    }

    /** The folder of a training, which exists once it has started. */
    public Path folder(SeriesRun run) {
        return whole.folder().resolve(run.name());
    }

    /**
     * Returns the experiment of a training, creating it if necessary.
     *
     * @throws Problem if another process is creating it
     */
    public Experiment member(SeriesRun run) {
        Path folder = folder(run);
        return Experiment.isExperiment(folder) ? Experiment.open(folder) : Experiment.createOnce(folder, run);
    }

    /** The experiments that exist, in order. */
    public List<Experiment> members() {
        return runs().stream()
                .map(this::folder)
                .filter(Experiment::isExperiment)
                .map(Experiment::open)
                .toList();
    }

    /** Its finished experiments, in order. */
    public List<Experiment> finished() {
        return members().stream()
                .filter(member -> member.outline().state().status() == RunStatus.FINISHED)
                .toList();
    }
}
