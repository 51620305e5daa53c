package org.maferstudio.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.series.remote.Clusters;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingForecast;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.training.series.SeriesBase;
import org.maferstudio.ui.training.series.SeriesRunsViewModel;
import org.maferstudio.ui.training.series.SeriesViewModel;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.RecipeRequest;
import org.maferstudio.ui.workbench.Workbench;

/** The view model of the Training pane: the recipe of the next training, its estimate, and the queue. */
public final class TrainingViewModel {
    /** The field of the initial weights. */
    static final String BASE = "network.base";

    private static final String TEACHER = "objective.teacher.weights";

    private final Workbench workbench;
    private final RecipeForm form = new RecipeForm(RecipePreset.COMPACT);
    private final RecipePresets presets;
    private final PresetEdits presetEdits;
    private final DatasetField dataset;
    private final WeightFileCheck base;
    private final WeightFileCheck teacher;
    private final AugmentationPreview preview;
    private final FileDialogs dialogs;
    private final RunMonitor monitor;
    private final RunQueue queue;
    private final SeriesViewModel series;
    private final SeriesRunsViewModel seriesRuns;
    private final ObservableList<ResolutionSchedule> schedules = FXCollections.observableArrayList();
    private final RunEstimate estimate;
    private final BooleanBinding startable;
    private final BooleanBinding busyElsewhere;

    /** Creates the view model. */
    public TrainingViewModel(Workbench workbench, Jobs jobs, Trainer trainer, FileDialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.presets = new RecipePresets(form, workbench.presets());
        this.presetEdits = new PresetEdits(workbench.presets(), OwnPresets.Kind.RECIPE, presets);
        this.base = new WeightFileCheck(jobs);
        this.teacher = new WeightFileCheck(jobs);
        this.estimate = new RunEstimate(jobs, trainer, this::updateEstimate);
        this.monitor = new RunMonitor(jobs);
        busyElsewhere = Bindings.createBooleanBinding(() -> isBusyElsewhere(jobs), jobs.listed());
        this.queue = new RunQueue(workbench, jobs, trainer, monitor);
        this.dataset = new DatasetField(workbench, jobs);
        this.series = new SeriesViewModel(
                workbench,
                jobs,
                new SeriesBase(form.recipeProperty(), form::on, this::seconds),
                Clusters.SYSTEM,
                queue);
        this.seriesRuns = new SeriesRunsViewModel(workbench, jobs, series);
        this.preview = new AugmentationPreview(workbench, jobs, form.recipeProperty());
        startable = Bindings.createBooleanBinding(
                () -> form.recipeProperty().get() != null
                        && dataset.messageProperty().get().isEmpty()
                        && form.problemProperty().get().isEmpty()
                        && base.messageProperty().get().isEmpty()
                        && teacher.messageProperty().get().isEmpty()
                        && !workbench.workspace().readOnly(),
                form.recipeProperty(),
                form.problemProperty(),
                dataset.messageProperty(),
                base.messageProperty(),
                teacher.messageProperty());
        for (SchedulePreset preset : SchedulePreset.values()) {
            schedules.add(preset.schedule());
        }
        form.scheduleProperty().addListener((property, old, now) -> know(now));
        know(form.scheduleProperty().get());
        ObservableList<OwnSchedule> own = workbench.presets().schedules();
        own.addListener((ListChangeListener<OwnSchedule>) change -> own.forEach(preset -> know(preset.schedule())));
        own.forEach(preset -> know(preset.schedule()));
        workbench.scheduleProperty().addListener((property, old, now) -> update(now));
        update(workbench.scheduleProperty().get());
        form.datasetProperty().bind(dataset.sourceProperty());
        form.recipeProperty().addListener((property, old, now) -> update());
        dataset.loadProperty().addListener((property, old, now) -> update());
        update();
        queue.findInterrupted();
        workbench.recipeRequestProperty().addListener((property, old, now) -> answer(now));
    }

    // Properties

    /** The recipe of the next training. */
    public RecipeForm form() {
        return form;
    }

    /** The presets of the program, then the user's. */
    public ObservableList<RecipeStart> presets() {
        return presets.all();
    }

    /** Saves, renames and deletes the user's presets. */
    public PresetEdits presetEdits() {
        return presetEdits;
    }

    /** Which of the user's presets cannot be read, and why; empty if all can. */
    public ReadOnlyStringProperty presetProblemProperty() {
        return workbench.presets().recipeProblemProperty();
    }

    /** The dataset. */
    public DatasetField dataset() {
        return dataset;
    }

    /** The previews of the random transforms. */
    AugmentationPreview preview() {
        return preview;
    }

    /** The check of the initial weights. */
    public WeightFileCheck base() {
        return base;
    }

    /** The check of the teacher's weights. */
    public WeightFileCheck teacher() {
        return teacher;
    }

    /** The schedules to choose from. */
    public ObservableList<ResolutionSchedule> schedules() {
        return schedules;
    }

    /** The name of a schedule: that of its preset, or a description. */
    public String title(ResolutionSchedule schedule) {
        Optional<NamedSchedule> preset = SchedulePreset.of(schedule).map(NamedSchedule.class::cast);
        return preset.or(() -> workbench.presets().schedules().stream()
                        .filter(own -> own.schedule().equals(schedule))
                        .findFirst())
                .map(NamedSchedule::title)
                .orElseGet(() -> Texts.of(
                        "training.form.schedule.custom",
                        schedule.howOften().text(),
                        schedule.which().text()));
    }

    /** The estimate, such as {@code About 0.9 GB and 38 min}; empty while unknown. */
    public ReadOnlyStringProperty estimateProperty() {
        return estimate.textProperty();
    }

    /** Whether {@link #start()} is possible. */
    public BooleanBinding startableProperty() {
        return startable;
    }

    /** Whether a training started elsewhere is running, such as that of the Start pane. */
    public BooleanBinding busyElsewhereProperty() {
        return busyElsewhere;
    }

    /** The curves and numbers of a training. */
    public RunMonitor monitor() {
        return monitor;
    }

    /** The trainings. */
    public RunQueue queue() {
        return queue;
    }

    /** The dialog that plans a series. */
    public SeriesViewModel series() {
        return series;
    }

    /** The dialog that shows the runs of a series. */
    public SeriesRunsViewModel seriesRuns() {
        return seriesRuns;
    }

    /** Whether the workspace is read-only, because another window has opened it. */
    public boolean readOnly() {
        return workbench.workspace().readOnly();
    }

    // Commands

    /** Called when the pane is shown: from now on the speed of a network is measured. */
    public void shown() {
        estimate.measureFromNowOn();
        dataset.open();
        updateEstimate();
    }

    /** Trains the recipe of the form, or adds it to the queue. */
    public void start() {
        if (startable.get()) {
            monitor.problemProperty().set("");
            estimate.stopMeasuring();
            queue.add(form.recipeProperty().get());
        }
    }

    /** Shows the runs of a series of the queue. */
    public void openRuns(QueuedRun run) {
        run.folder().ifPresent(seriesRuns::open);
    }

    /** Loads the recipe of a waiting training into the form; it does not start until it is applied or cancelled. */
    public void edit(QueuedRun run) {
        queue.edited().begin(run);
        workbench.datasetSourceProperty().set(run.recipe().dataset());
        form.load(run.recipe());
    }

    /** Gives the training that is edited the recipe of the form. */
    public void applyEdit() {
        if (startable.get()) {
            queue.edited().apply(form.recipeProperty().get());
        }
    }

    /** Asks for the file of the initial weights. */
    public void chooseBase() {
        choose(Texts.of("training.form.base.dialog"), BASE);
    }

    /** Asks for the weight file of a teacher. */
    public void chooseTeacher() {
        choose(Texts.of("training.form.teacherWeights.dialog"), TEACHER);
    }

    private void choose(String title, String field) {
        dialogs.chooseFiles(title, List.of()).stream()
                .findFirst()
                .ifPresent(file -> form.inputs().of(field).textProperty().set(file.toString()));
    }

    /** Loads random transforms into the form, and expands their section. */
    public void showAugmentation(Augmentation augmentation) {
        form.load(augmentation);
        preview.watchedProperty().set(true);
    }

    /** Shows the Datasets pane. */
    public void chooseDataset() {
        workbench.show("datasets");
    }

    /** Shows the Schedule pane. */
    public void openSchedule() {
        workbench.scheduleProperty().set(form.scheduleProperty().get());
        workbench.show("schedule");
    }

    /** Shows the Results pane, where a training started elsewhere appears. */
    public void openResults() {
        workbench.show("results");
    }

    /** Shows the results of a training. */
    public void openResults(QueuedRun run) {
        run.folder().ifPresent(workbench::showExperiment);
    }

    /** Handles a request of another pane. */
    private void answer(RecipeRequest wish) {
        if (wish == null) {
            return;
        }
        workbench.recipeRequestProperty().set(null);
        if (wish.how() == RecipeRequest.How.TRAIN && !readOnly()) {
            monitor.problemProperty().set("");
            queue.add(wish.recipe());
        } else {
            workbench.datasetSourceProperty().set(wish.recipe().dataset());
            form.load(wish.recipe());
        }
    }

    private boolean isBusyElsewhere(Jobs jobs) {
        return queue().activeProperty().get() == null
                && jobs.listed().stream()
                        .anyMatch(job -> job.weight() == JobPlan.Weight.KEPT
                                && (job.getState() == RunStatus.RUNNING || job.getState() == RunStatus.STOPPING));
    }

    private void know(ResolutionSchedule schedule) {
        if (schedule != null && !schedules.contains(schedule)) {
            schedules.add(schedule);
        }
    }

    private void update(ResolutionSchedule chosen) {
        if (chosen != null) {
            know(chosen);
            form.scheduleProperty().set(chosen);
        }
    }

    private void update() {
        Recipe recipe = form.recipeProperty().get();
        TrainingForecast.Load load = dataset.loadProperty().get();
        if (recipe != null && fits(recipe)) {
            base.check(recipe.network(), recipe.network().base(), load == null ? 1 : load.classes());
            TeacherConfig asked = recipe.objective().teacher();
            teacher.check(recipe.network(), asked.who() == TeacherConfig.Who.FILE ? asked.weights() : "", 0);
        }
        updateEstimate();
    }

    /** The estimated time of a training; NaN while the dataset or the speed of the network is unknown. */
    private double seconds(Recipe recipe) {
        TrainingForecast.Load load = dataset.loadProperty().get();
        return load == null || !fits(recipe) ? Double.NaN : estimate.seconds(recipe, load);
    }

    private void updateEstimate() {
        Recipe recipe = form.recipeProperty().get();
        TrainingForecast.Load load = dataset.loadProperty().get();
        if (recipe == null || load == null || !fits(recipe)) {
            estimate.clear();
        } else {
            estimate.update(recipe, load, queue.activeProperty().get() == null);
        }
    }

    /** Whether the network supports this number of channels. */
    private static boolean fits(Recipe recipe) {
        return recipe.network().colour().channels() != 1
                || !recipe.network().name().equals(NetworkSpec.SE_RESNET_50);
    }
}
