package org.maferstudio.ui.schedule;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;
import org.maferstudio.schedule.ScheduleForecast;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.Workbench;

/** A schedule in the making: its form, what it will do over a run, and what it does to a face. */
public final class ScheduleViewModel {
    private final Workbench workbench;
    private final LatestJob reading;
    private final LatestJob lowering;
    private final ProbabilityFields howOften = new ProbabilityFields();
    private final ResolutionFields which = new ResolutionFields();
    private final KernelFields kernels = new KernelFields();
    private final NumberInput epochs = NumberInput.whole(1, 10_000, 20);
    private final ObjectProperty<NamedSchedule> preset = new SimpleObjectProperty<>(this, "preset");
    private final ReadOnlyObjectWrapper<ResolutionSchedule> schedule = new ReadOnlyObjectWrapper<>(this, "schedule");
    private final ReadOnlyObjectWrapper<ScheduleForecast> forecast = new ReadOnlyObjectWrapper<>(this, "forecast");
    private final ReadOnlyObjectWrapper<List<FaceAtResolution>> lowered =
            new ReadOnlyObjectWrapper<>(this, "downsampled", List.of());
    private final ReadOnlyBooleanWrapper inUse = new ReadOnlyBooleanWrapper(this, "inUse");
    private final ReadOnlyBooleanWrapper someHaveEffect = new ReadOnlyBooleanWrapper(this, "someHaveEffect");
    private final ReadOnlyStringWrapper run = new ReadOnlyStringWrapper(this, "run", "");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
    private final ReadOnlyStringWrapper curriculumNote = new ReadOnlyStringWrapper(this, "curriculumNote", "");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final SchedulePresets presets;
    private final PresetEdits presetEdits;
    private PreviewFaces faces;
    private int face;
    private boolean filling;

    /** Starts with the shared schedule, or the one for small faces. */
    public ScheduleViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        reading = new LatestJob(jobs);
        lowering = new LatestJob(jobs);
        presets = new SchedulePresets(this, workbench.presets());
        presetEdits = new PresetEdits(workbench.presets(), OwnPresets.Kind.SCHEDULE, presets);
        ResolutionSchedule chosen = workbench.scheduleProperty().get();
        show(chosen == null ? SchedulePreset.SMALL_FACES.schedule() : chosen);
        InvalidationListener changed = property -> read();
        howOften.valueProperty().addListener(changed);
        which.valueProperty().addListener(changed);
        kernels.addListener(changed);
        epochs.valueProperty().addListener(changed);
        preset.addListener((property, old, now) -> {
            if (now != null && !now.schedule().equals(schedule.get())) {
                show(now.schedule());
            }
        });
        workbench.scheduleProperty().addListener((property, old, now) -> {
            if (now != null && !now.equals(schedule.get())) {
                show(now);
            }
            inUse.set(schedule.get() != null && schedule.get().equals(now));
        });
        workbench.datasetProperty().addListener(property -> {
            if (faces != null) {
                loadFaces();
            }
        });
    }

    // Properties

    /** How often an image is downsampled. */
    public ProbabilityFields howOften() {
        return howOften;
    }

    /** To which resolutions. */
    public ResolutionFields which() {
        return which;
    }

    /** With which kernels, and how strongly compressed. */
    public KernelFields kernels() {
        return kernels;
    }

    /** How long a run the forecast is for; the schedule does not depend on it. */
    public NumberInput epochs() {
        return epochs;
    }

    /** The preset that the form shows; null if it shows none. Setting one fills the form. */
    public ObjectProperty<NamedSchedule> presetProperty() {
        return preset;
    }

    /** The presets of the program, then the user's. */
    public ObservableList<NamedSchedule> presets() {
        return presets.all();
    }

    /** Saves, renames and deletes the user's presets. */
    public PresetEdits presetEdits() {
        return presetEdits;
    }

    /** Which of the user's presets cannot be read, and why; empty if all can. */
    public ReadOnlyStringProperty presetProblemProperty() {
        return workbench.presets().scheduleProblemProperty();
    }

    /** The value of the form; null while it is invalid. */
    public ReadOnlyObjectProperty<ResolutionSchedule> scheduleProperty() {
        return schedule.getReadOnlyProperty();
    }

    /** The forecast; the last valid one while the form is invalid. */
    public ReadOnlyObjectProperty<ScheduleForecast> forecastProperty() {
        return forecast.getReadOnlyProperty();
    }

    /** One face at native resolution and at those of the schedule. */
    public ReadOnlyObjectProperty<List<FaceAtResolution>> downsampledProperty() {
        return lowered.getReadOnlyProperty();
    }

    /** Whether the next training will use this exact schedule. */
    public ReadOnlyBooleanProperty inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /** How long the run is, in a sentence. */
    public ReadOnlyStringProperty runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Which resolutions do nothing for the dataset, in a sentence; empty if all do something. */
    public ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** A sentence on the steps of a curriculum; empty if there is none. */
    public ReadOnlyStringProperty curriculumNoteProperty() {
        return curriculumNote.getReadOnlyProperty();
    }

    /** Whether {@link #leaveOutWithoutEffect()} would leave something to draw from. */
    public ReadOnlyBooleanProperty someHaveEffectProperty() {
        return someHaveEffect.getReadOnlyProperty();
    }

    /** Why no face is shown, in a sentence; empty if nothing went wrong. */
    public StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Reads the open dataset, or drawn faces; called when the pane is shown. */
    public void loadFaces() {
        problem.set("");
        Dataset chosen = workbench.datasetProperty().get();
        String name = workbench.datasetNameProperty().get();
        reading.start(JobPlan.<PreviewFaces>of(
                        Texts.of("schedule.job.readFaces"),
                        progress -> PreviewFaces.of(
                                chosen, name.isEmpty() && chosen != null ? chosen.name() : name, progress))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(looked -> {
                    faces = looked;
                    read();
                })
                .onProblem(why -> problem.set(why.getMessage())));
    }

    /** Whether {@link #loadFaces()} was answered. */
    public boolean hasFaces() {
        return faces != null;
    }

    /** Shows the next face. */
    public void nextFace() {
        face++;
        updateFaces();
    }

    /** Puts a list of those resolutions that do something in place of the form's. */
    public void leaveOutWithoutEffect() {
        Resolutions now = which.valueProperty().get();
        if (now == null || faces == null) {
            return;
        }
        var effective = new TreeMap<>(now.shares().headMap(faces.shorterSide()));
        if (!effective.isEmpty()) {
            which.show(
                    now instanceof Resolutions.Listed
                            ? new Resolutions.Listed(List.copyOf(effective.keySet()), List.copyOf(effective.values()))
                            : narrowed(now, effective.firstKey(), effective.lastKey()));
        }
    }

    /** Makes this the schedule of the next training, and goes there. */
    public void train() {
        if (schedule.get() != null) {
            workbench.scheduleProperty().set(schedule.get());
            workbench.show("training");
        }
    }

    private static Resolutions narrowed(Resolutions wide, int least, int most) {
        if (wide instanceof Resolutions.Uniform) {
            return new Resolutions.Uniform(least, most);
        }
        if (wide instanceof Resolutions.LogUniform) {
            return new Resolutions.LogUniform(least, most);
        }
        return new Resolutions.PowersOfTwo(Integer.numberOfTrailingZeros(least), Integer.numberOfTrailingZeros(most));
    }

    private void show(ResolutionSchedule shown) {
        // Intermediate values of the form are ignored.
        filling = true;
        which.show(shown.which());
        kernels.show(shown);
        howOften.show(shown.howOften());
        filling = false;
        read();
    }

    private void read() {
        if (filling) {
            return;
        }
        DownsamplingProbability often = howOften.valueProperty().get();
        Resolutions resolutions = which.valueProperty().get();
        List<Integer> jpeg = kernels.qualitiesProperty().get();
        boolean complete = often != null && resolutions != null && jpeg != null;
        schedule.set(
                complete
                        ? new ResolutionSchedule(
                                often, resolutions, kernels.kernelProperty().get(), kernels.otherKernels(), jpeg)
                        : null);
        preset.set(complete ? presets.of(schedule.get(), preset.get()) : null);
        inUse.set(complete && schedule.get().equals(workbench.scheduleProperty().get()));
        if (complete) {
            updateForecast();
            updateFaces();
        }
    }

    private void updateForecast() {
        if (faces == null || !epochs.isValid()) {
            return;
        }
        long images = (long) faces.training() * epochs.getInt();
        forecast.set(ScheduleForecast.of(schedule.get(), images, faces.shorterSide()));
        run.set(ScheduleText.run(faces, epochs.getInt()));
        curriculumNote.set(ScheduleText.curriculum(schedule.get().howOften(), faces, epochs.getInt()));
        SortedSet<Integer> idle = schedule.get().which().withoutEffect(faces.shorterSide());
        someHaveEffect.set(!forecast.get().bands().isEmpty());
        boolean lowers = !(schedule.get().howOften() instanceof DownsamplingProbability.Never);
        warning.set(
                lowers && !idle.isEmpty()
                        ? ScheduleText.withoutEffect(schedule.get().which(), faces)
                        : "");
    }

    private void updateFaces() {
        ResolutionSchedule now = schedule.get();
        PreviewFaces looked = faces;
        if (now == null || looked == null) {
            return;
        }
        int index = face;
        lowering.start(JobPlan.<List<FaceAtResolution>>of(
                        Texts.of("schedule.job.downsampleFace"), progress -> looked.downsampled(index, now))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(lowered::set));
    }
}
