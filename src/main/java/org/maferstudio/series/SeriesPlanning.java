package org.maferstudio.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Training;
import org.maferstudio.training.TrainingForecast;

/** Creates the folder of a series from a draft, or adds the runs of a draft that it does not have yet. */
public final class SeriesPlanning {
    private final Path folder;
    private final SeriesDraft draft;
    private Map<DatasetSource, TrainingForecast.Load> loads = Map.of();

    /**
     * Prepares a plan.
     *
     * @param folder does not exist, is empty, or is a series
     */
    public SeriesPlanning(Path folder, SeriesDraft draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /**
     * The runs that a series in this folder would get now: of an existing series, those that it does not have.
     *
     * @throws Problem if the draft is not allowed, or differs from the series in something that does not vary
     */
    public List<SeriesRun> newRuns() {
        if (!Series.isSeries(folder)) {
            Experiment.checkFree(folder);
            return draft.runs();
        }
        return added(Series.open(folder));
    }

    /**
     * Creates the folder, or adds runs. The datasets are read first: their fingerprints are in the plan, and if one cannot
     * be used, nothing is created.
     *
     * @return the series; empty if a stop was requested while a dataset was read
     * @throws Problem if the draft is not allowed, a dataset cannot be used, or the folder cannot be written
     */
    public Optional<Series> create(Progress progress) {
        List<SeriesRun> runs = newRuns();
        runs.stream()
                .map(SeriesRun::recipe)
                .map(SeriesPlanning::withoutDraws)
                .distinct()
                .forEach(Training::check);
        PlannedDatasets datasets = new PlannedDatasets(progress);
        Optional<List<SeriesRun>> read = datasets.read(runs);
        loads = datasets.loads();
        return read.map(known -> Series.isSeries(folder)
                ? extended(Series.open(folder), known)
                : Series.create(folder, base(), draft.replications(), draft.varied(), known));
    }

    /** The sizes of the datasets of the runs that {@link #create} added, by dataset and fold. */
    public Map<DatasetSource, TrainingForecast.Load> loads() {
        return loads;
    }

    private Series extended(Series series, List<SeriesRun> more) {
        return more.isEmpty() ? series : series.plus(more, together(series.plan()), varied(series));
    }

    private Recipe base() {
        return draft.base().from(Optional.empty());
    }

    private List<SeriesRun> added(Series series) {
        checkSame(series);
        Set<Recipe> there = new HashSet<>();
        Set<String> names = new HashSet<>();
        series.runs().forEach(run -> {
            there.add(run.recipe().named("run"));
            names.add(run.name());
        });
        int number = series.runs().stream().mapToInt(SeriesRun::number).max().orElse(0);
        List<SeriesRun> added = new ArrayList<>();
        int threads = series.recipe().machine().threadsHere();
        for (SeriesRun run : draft.runs()) {
            Recipe recipe = run.recipe().with(run.recipe().machine().withThreads(threads));
            if (there.add(recipe.named("run"))) {
                String name = run.name();
                for (int i = 2; !names.add(name); i++) {
                    name = run.name() + "-" + i;
                }
                added.add(new SeriesRun(++number, name, run.varied(), recipe, ""));
            }
        }
        if (series.runs().size() + added.size() > SeriesPlan.MOST_RUNS) {
            throw Problem.input(Texts.of(
                    "series.settings.error.tooMany", series.runs().size() + added.size(), SeriesPlan.MOST_RUNS));
        }
        return added;
    }

    /** Runs of one series may differ only in what varies. */
    private void checkSame(Series series) {
        Set<String> varied = new HashSet<>(varied(series));
        Recipe known = withoutDraws(series.recipe());
        for (Recipe.Difference difference : withoutDraws(base()).differences(known)) {
            boolean expected = varied.stream()
                    .anyMatch(id ->
                            difference.field().equals(id) || difference.field().startsWith(id + "."));
            if (!expected) {
                throw Problem.input(Texts.of(
                        "series.planning.error.differs",
                        folder,
                        difference.field(),
                        difference.there(),
                        difference.here()));
            }
        }
        SeriesPlan asked = draft.replications();
        SeriesPlan there = series.plan();
        if (asked.folds() != there.folds() || (asked.folds() > 0 && asked.by() != there.by())) {
            throw Problem.input(Texts.of("series.planning.error.folds", folder, there.folds(), asked.folds()));
        }
    }

    /** A recipe without its name, seed and threads. */
    private static Recipe withoutDraws(Recipe recipe) {
        return recipe.named("run")
                .with(recipe.course().withSeed(0))
                .with(new DeviceConfig(recipe.machine().device(), 1))
                .on(recipe.dataset().with((Fold) null));
    }

    private List<String> varied(Series series) {
        Set<String> all = new LinkedHashSet<>(series.varied());
        all.addAll(draft.varied());
        return List.copyOf(all);
    }

    private SeriesPlan together(SeriesPlan there) {
        Set<Long> seeds = new LinkedHashSet<>(there.seeds());
        seeds.addAll(draft.replications().seeds());
        return new SeriesPlan(there.folds(), there.by(), List.copyOf(seeds));
    }
}
