package org.maferstudio.ui.training.series;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Fold;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Attempt;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.series.Halving;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesPlanning;
import org.maferstudio.series.SeriesResults;
import org.maferstudio.series.Sweep;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.remote.Clusters;
import org.maferstudio.series.remote.RemoteHost;
import org.maferstudio.series.remote.RemoteSeries;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The view model of the dialog that plans a series: what varies, seeds and folds, and the runs that follow. */
public final class SeriesViewModel {
    /** The seed of a random search, as on the command line. */
    private static final long SEARCH_SEED = 17;

    private final Workbench workbench;
    private final Jobs jobs;
    private final SeriesBase base;
    private final SeriesQueue queue;
    private final Clusters clusters;
    private final LatestJob planning;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObservableList<SweepRow> rows = FXCollections.observableArrayList();
    private final SeedsInput seeds;
    private final NumberInput folds = NumberInput.whole(0, SeriesPlan.MOST_RUNS, 0);
    private final NumberInput budget = NumberInput.whole(0, SeriesPlan.MOST_RUNS, 0);
    private final ExecutionInput execution;
    private final ObservableList<SeriesRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper(this, "startable");
    private final ReadOnlyObjectWrapper<Series> extended = new ReadOnlyObjectWrapper<>(this, "extended");
    private SeriesDraft draft;
    private boolean creating;

    /**
     * Creates a closed dialog with nothing that varies.
     *
     * @param clusters asked in the background
     * @param queue trains what was planned
     */
    public SeriesViewModel(Workbench workbench, Jobs jobs, SeriesBase base, Clusters clusters, SeriesQueue queue) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.base = base;
        this.clusters = clusters;
        this.queue = queue;
        this.planning = new LatestJob(jobs);
        this.seeds = new SeedsInput(this::plan);
        this.execution = new ExecutionInput(workbench.jobSetupProperty(), this::plan);
        open.addListener((property, old, now) -> plan());
        base.recipe().addListener((property, old, now) -> plan());
        List.of(folds, budget).forEach(input -> input.valueProperty().addListener((property, old, now) -> plan()));
        rows.addListener((ListChangeListener<SweepRow>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watch);
            }
            plan();
        });
    }

    private void watch(SweepRow row) {
        row.targetProperty().addListener((property, old, now) -> plan());
        row.valuesProperty().addListener((property, old, now) -> plan());
    }

    // Properties

    /** Whether the dialog is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What varies. */
    public ObservableList<SweepRow> rows() {
        return rows;
    }

    /** Random seeds; none for the recipe's own. */
    public SeedsInput seeds() {
        return seeds;
    }

    /** Number of folds; 0 to keep the dataset's splits. */
    public NumberInput folds() {
        return folds;
    }

    /** Number of runs of a random search; 0 for every combination. */
    public NumberInput budget() {
        return budget;
    }

    /** Where and how the runs are trained. */
    public ExecutionInput execution() {
        return execution;
    }

    /** The planned runs. */
    public ObservableList<SeriesRun> runs() {
        return runs;
    }

    /** How many runs there are, and how long they take; empty while there is no plan. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why there is no plan, or why the series could not be created; empty if there is no problem. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Whether {@link #start()} is possible. */
    public BooleanExpression startableProperty() {
        return startable.getReadOnlyProperty();
    }

    /** The series that gets more runs; null for a new one. */
    public ReadOnlyObjectProperty<Series> extendedProperty() {
        return extended.getReadOnlyProperty();
    }

    // Commands

    /** Opens the dialog to add runs to a series: with what it varies, its seeds and folds. */
    public void extend(Path folder) {
        jobs.start(JobPlan.<SeriesResults>of(
                        Texts.of("training.series.planning"), progress -> SeriesResults.states(Series.open(folder)))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::extend));
    }

    private void extend(SeriesResults known) {
        Series series = known.series();
        extended.set(series);
        seeds.set(series.plan().seeds());
        folds.set(series.plan().folds());
        budget.set(0);
        rows.setAll(series.varied().stream().map(id -> SweepRow.of(known, id)).toList());
        open.set(true);
    }

    /** Opens the dialog; the first time with the learning rate as what varies. */
    public void open() {
        extended.set(null);
        if (rows.isEmpty()) {
            add();
        }
        open.set(true);
        jobs.start(JobPlan.<Boolean>of(Texts.of("training.series.slurm.job"), progress -> clusters.isHere())
                .weighing(JobPlan.Weight.QUIET)
                .onDone(execution.slurmHereProperty()::set));
    }

    /** Adds a setting that varies: the first that does not vary yet. */
    public void add() {
        List<SweepTarget> taken =
                rows.stream().map(row -> row.targetProperty().get()).toList();
        List<SweepTarget> all = SweepTarget.all();
        SweepTarget usual = SweepTarget.of("optimiser.learningRate");
        SweepTarget target = taken.contains(usual)
                ? all.stream().filter(each -> !taken.contains(each)).findFirst().orElse(usual)
                : usual;
        rows.add(new SweepRow(target, value(target)));
    }

    /** Removes a setting. */
    public void remove(SweepRow row) {
        rows.remove(row);
    }

    /** The value of the form, to begin a list with; empty if the form is invalid. */
    String value(SweepTarget target) {
        return recipe().map(target::value).orElse("");
    }

    /** The recipe that the runs start from; empty while that of the form is invalid. */
    private Optional<Recipe> recipe() {
        return extended.get() == null
                ? Optional.ofNullable(base.recipe().getValue()).map(execution::fixed)
                : Optional.of(extended.get().recipe());
    }

    /** Creates the series and puts it into the queue, or adds the runs. */
    public void start() {
        if (!startable.get()) {
            return;
        }
        if (extended.get() != null) {
            Path folder = extended.get().experiment().folder();
            create(folder, draft, series -> queue.extended(folder));
            return;
        }
        SeriesDraft planned = draft;
        SeriesExecution chosen = execution.execution().orElseThrow();
        Path folder;
        try {
            folder = workbench.workspace().newFolder(base.recipe().getValue().name(), now());
        } catch (Problem e) {
            problem.set(e.getMessage());
            return;
        }
        create(folder, planned, series -> queue.add(series, chosen));
    }

    private void create(Path folder, SeriesDraft planned, Consumer<Series> onCreated) {
        Optional<SeriesExecution> chosen = extended.get() == null ? execution.execution() : Optional.empty();
        Optional<RemoteHost> asked = extended.get() == null ? execution.asked() : Optional.empty();
        List<String> setup = List.copyOf(execution.setupProperty().get());
        creating = true;
        problem.set("");
        updateStartable();
        jobs.start(JobPlan.<Optional<Series>>of(
                        Texts.of("training.series.job", recipe().orElseThrow().name()), progress -> {
                            Optional<RemoteHost> host = asked.map(each -> clusters.checked(each, setup));
                            Optional<Series> created = new SeriesPlanning(folder, planned).create(progress);
                            created.ifPresent(series -> {
                                host.ifPresent(each -> RemoteSeries.on(each, series));
                                chosen.ifPresent(stored -> stored.store(series));
                            });
                            return created;
                        })
                .onDone(series -> {
                    creating = false;
                    updateStartable();
                    series.ifPresent(created -> {
                        open.set(false);
                        onCreated.accept(created);
                    });
                })
                .onProblem(why -> {
                    creating = false;
                    problem.set(why.getMessage());
                    updateStartable();
                }));
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }

    private void plan() {
        draft = null;
        updateStartable();
        if (!open.get() || creating) {
            return;
        }
        problem.set("");
        Optional<List<Long>> given = seeds.seeds();
        boolean complete = rows.stream().allMatch(row -> row.sweep().isPresent())
                && given.isPresent()
                && folds.isValid()
                && budget.isValid();
        if (recipe().isEmpty() || !complete) {
            planning.drop();
            problem.set(recipe().isEmpty() ? Texts.of("training.series.error.recipe") : "");
            show(List.of());
            return;
        }
        try {
            SeriesDraft wanted = draft(given.get());
            Series series = extended.get();
            int factor = series == null ? halving() : 0;
            // While values are typed, that there are no runs is no failure to log.
            planning.start(JobPlan.<Attempt<List<SeriesRun>>>of(
                            Texts.of("training.series.planning"),
                            progress -> Attempt.of(() -> planned(series, wanted, factor)))
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(planned -> {
                        planned.problem().ifPresent(this::refuse);
                        planned.value().ifPresent(found -> {
                            draft = wanted;
                            show(found);
                        });
                    })
                    .onProblem(this::refuse));
        } catch (Problem e) {
            planning.drop();
            refuse(e);
        }
    }

    /**
     * The runs that are added to a series, or those of a new one.
     *
     * @param series null for a new one
     * @param factor of halving, for which all runs need the same number of epochs; 0 for none
     */
    private static List<SeriesRun> planned(Series series, SeriesDraft wanted, int factor) {
        List<SeriesRun> planned = series == null
                ? wanted.runs()
                : new SeriesPlanning(series.experiment().folder(), wanted).newRuns();
        if (factor > 0) {
            Halving.commonEpochs(planned);
        }
        return planned;
    }

    private int halving() {
        return execution.execution().map(SeriesExecution::halving).orElse(0);
    }

    private void refuse(Problem why) {
        problem.set(why.getMessage());
        show(List.of());
    }

    private SeriesDraft draft(List<Long> given) {
        Recipe own = recipe().orElseThrow();
        Map<RecipePreset, Recipe> others = new EnumMap<>(RecipePreset.class);
        List<Sweep> sweeps = rows.stream().map(row -> row.sweep().orElseThrow()).toList();
        if (sweeps.stream().anyMatch(sweep -> sweep.target().equals(SweepTarget.PRESET))) {
            if (extended.get() != null) {
                throw Problem.input(Texts.of("training.series.error.presets"));
            }
            for (RecipePreset preset : RecipePreset.values()) {
                others.put(preset, execution.fixed(base.onPreset().apply(preset)));
            }
        }
        SeriesPlan replications;
        try {
            replications = new SeriesPlan(folds.getInt(), by(), given);
        } catch (IllegalArgumentException e) {
            throw Problem.input(e.getMessage(), e);
        }
        SeriesDraft.Search search =
                budget.getInt() == 0 ? SeriesDraft.Search.GRID : new SeriesDraft.Search(budget.getInt(), SEARCH_SEED);
        return new SeriesDraft(
                preset -> preset.map(id -> others.get(RecipePreset.of(id))).orElse(own), sweeps, replications, search);
    }

    private Fold.By by() {
        return extended.get() == null ? Fold.By.USUAL : extended.get().plan().by();
    }

    private void show(List<SeriesRun> planned) {
        runs.setAll(planned);
        summary.set(planned.isEmpty() ? none() : sentence(planned));
        updateStartable();
    }

    /** An extended series may have all runs already. */
    private String none() {
        boolean complete = extended.get() != null && draft != null;
        return complete ? Texts.of("training.series.summary.noneNew") : "";
    }

    private String sentence(List<SeriesRun> planned) {
        if (extended.get() != null) {
            return Texts.of("training.series.summary.new", planned.size());
        }
        if (execution.isOnSlurm()) {
            return Texts.of("training.series.summary.slurm", planned.size());
        }
        return SeriesSummary.of(planned, execution.execution().orElse(SeriesExecution.local(1)), base.seconds());
    }

    private void updateStartable() {
        startable.set(draft != null && !runs.isEmpty() && execution.execution().isPresent() && !creating);
    }
}
