package org.maferstudio.ui.training.series;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import org.maferstudio.job.DurationText;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.series.Halving;
import org.maferstudio.series.SeriesDraft;
import org.maferstudio.series.SeriesEstimate;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SeriesPlanning;
import org.maferstudio.series.Sweep;
import org.maferstudio.series.SweepTarget;
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
    private final BiConsumer<Series, SeriesExecution> starter;
    private final BooleanSupplier slurm;
    private final LatestJob planning;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObservableList<SweepRow> rows = FXCollections.observableArrayList();
    private final StringProperty seeds = new SimpleStringProperty(this, "seeds", "");
    private final NumberInput folds = NumberInput.whole(0, SeriesPlan.MOST_RUNS, 0);
    private final NumberInput budget = NumberInput.whole(0, SeriesPlan.MOST_RUNS, 0);
    private final ExecutionInput execution;
    private final ObservableList<SeriesRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyStringWrapper seedsMessage = new ReadOnlyStringWrapper(this, "seedsMessage", "");
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper(this, "startable");
    private SeriesDraft draft;
    private boolean creating;

    /**
     * Creates a closed dialog with nothing that varies.
     *
     * @param slurm whether jobs can be submitted from this computer; called in the background
     * @param starter receives a series with its folder, and how it is to be trained
     */
    public SeriesViewModel(
            Workbench workbench,
            Jobs jobs,
            SeriesBase base,
            BooleanSupplier slurm,
            BiConsumer<Series, SeriesExecution> starter) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.base = base;
        this.slurm = slurm;
        this.starter = starter;
        this.planning = new LatestJob(jobs);
        this.execution = new ExecutionInput(workbench.jobSetupProperty(), this::plan);
        open.addListener((property, old, now) -> plan());
        base.recipe().addListener((property, old, now) -> plan());
        seeds.addListener((property, old, now) -> plan());
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

    /** Random seeds, separated by commas; empty for the recipe's own. */
    public StringProperty seedsProperty() {
        return seeds;
    }

    /** What is wrong with the seeds; empty if nothing is. */
    public ReadOnlyStringProperty seedsMessageProperty() {
        return seedsMessage.getReadOnlyProperty();
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

    // Commands

    /** Opens the dialog; the first time with the learning rate as what varies. */
    public void open() {
        if (rows.isEmpty()) {
            add();
        }
        open.set(true);
        jobs.start(JobPlan.<Boolean>of(Texts.of("training.series.slurm.job"), progress -> slurm.getAsBoolean())
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
        return base.recipe().getValue() == null
                ? ""
                : target.value(base.recipe().getValue());
    }

    /** Creates the series, and puts it into the queue. */
    public void start() {
        if (!startable.get()) {
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
        creating = true;
        problem.set("");
        updateStartable();
        jobs.start(JobPlan.<Optional<Series>>of(
                        Texts.of("training.series.job", base.recipe().getValue().name()), progress -> {
                            Optional<Series> created = new SeriesPlanning(folder, planned).create(progress);
                            created.ifPresent(chosen::store);
                            return created;
                        })
                .onDone(series -> {
                    creating = false;
                    updateStartable();
                    series.ifPresent(created -> {
                        open.set(false);
                        starter.accept(created, chosen);
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
        Optional<List<Long>> given = givenSeeds();
        boolean complete = rows.stream().allMatch(row -> row.sweep().isPresent())
                && given.isPresent()
                && folds.isValid()
                && budget.isValid();
        if (base.recipe().getValue() == null || !complete) {
            planning.drop();
            problem.set(base.recipe().getValue() == null ? Texts.of("training.series.error.recipe") : "");
            show(List.of());
            return;
        }
        try {
            SeriesDraft wanted = draft(given.get());
            planning.start(JobPlan.<List<SeriesRun>>of(Texts.of("training.series.planning"), progress -> runs(wanted))
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(planned -> {
                        draft = wanted;
                        show(planned);
                    })
                    .onProblem(this::refuse));
        } catch (Problem e) {
            planning.drop();
            refuse(e);
        }
    }

    private List<SeriesRun> runs(SeriesDraft wanted) {
        List<SeriesRun> planned = wanted.runs();
        if (halving() > 0) {
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
        Recipe own = execution.fixed(base.recipe().getValue());
        Map<RecipePreset, Recipe> others = new EnumMap<>(RecipePreset.class);
        List<Sweep> sweeps = rows.stream().map(row -> row.sweep().orElseThrow()).toList();
        if (sweeps.stream().anyMatch(sweep -> sweep.target().equals(SweepTarget.PRESET))) {
            for (RecipePreset preset : RecipePreset.values()) {
                others.put(preset, execution.fixed(base.onPreset().apply(preset)));
            }
        }
        SeriesPlan replications;
        try {
            replications = new SeriesPlan(folds.getInt(), Fold.By.USUAL, given);
        } catch (IllegalArgumentException e) {
            throw Problem.input(e.getMessage(), e);
        }
        SeriesDraft.Search search =
                budget.getInt() == 0 ? SeriesDraft.Search.GRID : new SeriesDraft.Search(budget.getInt(), SEARCH_SEED);
        return new SeriesDraft(
                preset -> preset.map(id -> others.get(RecipePreset.of(id))).orElse(own), sweeps, replications, search);
    }

    /** The seeds; empty if one is not a whole number. */
    private Optional<List<Long>> givenSeeds() {
        seedsMessage.set("");
        List<Long> given = new ArrayList<>();
        for (String part : seeds.get().split(",")) {
            if (!part.isBlank()) {
                try {
                    given.add(Long.parseLong(part.strip()));
                } catch (NumberFormatException e) {
                    seedsMessage.set(Texts.of("training.series.error.seed", part.strip()));
                    return Optional.empty();
                }
            }
        }
        return Optional.of(given);
    }

    private void show(List<SeriesRun> planned) {
        runs.setAll(planned);
        summary.set(planned.isEmpty() ? "" : sentence(planned));
        updateStartable();
    }

    private String sentence(List<SeriesRun> planned) {
        if (execution.isOnSlurm()) {
            return Texts.of("training.series.summary.slurm", planned.size());
        }
        int atOnce = execution.execution().map(SeriesExecution::atOnce).orElse(1);
        double seconds =
                SeriesEstimate.ofPlanned(planned, atOnce, base.seconds()).seconds();
        if (halving() == 0) {
            return Double.isNaN(seconds)
                    ? Texts.of("training.series.summary", planned.size())
                    : Texts.of("training.series.summaryAndTime", planned.size(), time(seconds), atOnce);
        }
        int settings = (int) planned.stream().map(SeriesRun::varied).distinct().count();
        Halving.Shape shape = Halving.Shape.of(settings, Halving.commonEpochs(planned), halving());
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

    private void updateStartable() {
        startable.set(draft != null && !runs.isEmpty() && execution.execution().isPresent() && !creating);
    }
}
