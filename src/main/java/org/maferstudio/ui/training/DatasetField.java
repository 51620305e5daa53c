package org.maferstudio.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.TrainingForecast;
import org.maferstudio.ui.controls.NumberInput;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** The dataset of the next training: the open one, or drawn faces, and the share held out for validation. */
public final class DatasetField {
    private static final DatasetSource DRAWN = DatasetSource.of("drawn");

    /** Default share held out of a dataset without validation split, in percent. */
    private static final double USUAL_SHARE = 10;

    /** The counts of a dataset's splits before anything is held out here. */
    private record Counts(String name, int training, int validation, int classes, int damaged) {
        static Counts of(Dataset dataset) {
            return new Counts(
                    dataset.name(),
                    dataset.samples(Sample.TRAIN).size(),
                    dataset.samples(Sample.VALIDATION).size(),
                    dataset.labels().size(),
                    dataset.damage().size());
        }
    }

    private final Workbench workbench;
    private final LatestJob opening;
    private final NumberInput held = NumberInput.whole(0, 50, 0);
    private final BooleanProperty leaveOut = new SimpleBooleanProperty(this, "leaveOut");
    private final BooleanProperty leaveOutDuplicates = new SimpleBooleanProperty(this, "leaveOutDuplicates");
    private final ReadOnlyObjectWrapper<DatasetSource> source = new ReadOnlyObjectWrapper<>(this, "source", DRAWN);
    private final ReadOnlyObjectWrapper<TrainingForecast.Load> load = new ReadOnlyObjectWrapper<>(this, "load");
    private final ReadOnlyStringWrapper title =
            new ReadOnlyStringWrapper(this, "title", Texts.of("training.form.dataset.drawnFaces"));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final BooleanProperty damaged = new SimpleBooleanProperty(this, "damaged");
    private Counts counts;

    DatasetField(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.opening = new LatestJob(jobs);
        workbench.datasetSourceProperty().addListener((property, old, now) -> onSourceChanged(now));
        workbench.datasetProperty().addListener((property, old, now) -> know(now == null ? null : Counts.of(now)));
        workbench.datasetNameProperty().addListener((property, old, now) -> update());
        held.valueProperty().addListener((property, old, now) -> update());
        leaveOut.addListener((property, old, now) -> update());
        leaveOutDuplicates.addListener((property, old, now) -> update());
        onSourceChanged(workbench.datasetSourceProperty().get());
        if (workbench.datasetProperty().get() != null) {
            know(Counts.of(workbench.datasetProperty().get()));
        }
    }

    // Properties

    /** The dataset source, including the share held out. */
    public ReadOnlyObjectProperty<DatasetSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Name and counts, such as {@code FER2013: 28,709 to learn from, 3,589 to validate}. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The share of the training split to hold out, in percent. */
    public NumberInput held() {
        return held;
    }

    /** Whether there are damaged samples. */
    public BooleanProperty damagedProperty() {
        return damaged;
    }

    /** Whether damaged samples are skipped; otherwise they stop the training. */
    public BooleanProperty leaveOutProperty() {
        return leaveOut;
    }

    /** Whether images of train that also occur in another split are left out. */
    public BooleanProperty leaveOutDuplicatesProperty() {
        return leaveOutDuplicates;
    }

    /** Why it cannot be trained on; empty if it can. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The number of images; null while unknown. */
    ReadOnlyObjectProperty<TrainingForecast.Load> loadProperty() {
        return load.getReadOnlyProperty();
    }

    // Commands

    /** Counts the samples, if necessary. */
    void open() {
        if (counts != null || workbench.datasetSourceProperty().get() != null) {
            return;
        }
        opening.start(JobPlan.<Counts>of(Texts.of("training.form.dataset.job"), progress -> {
                    try (Dataset drawn = Datasets.open(DRAWN, progress)) {
                        return Counts.of(drawn);
                    }
                })
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::know));
    }

    private void onSourceChanged(DatasetSource chosen) {
        opening.drop();
        counts = null;
        DatasetSource now = chosen == null ? DRAWN : chosen;
        held.set(Math.rint(100 * now.validShare()));
        leaveOut.set(now.leaveOutDamaged());
        leaveOutDuplicates.set(now.leaveOutDuplicates());
        update();
    }

    private void know(Counts found) {
        counts = found;
        if (found != null && found.validation() == 0 && found.training() > 1 && held.isValid() && held.get() == 0) {
            held.set(USUAL_SHARE);
        }
        update();
    }

    private void update() {
        DatasetSource asked = workbench.datasetSourceProperty().get() == null
                ? DRAWN
                : workbench.datasetSourceProperty().get();
        double share = held.isValid() ? held.get() / 100 : asked.validShare();
        source.set(new DatasetSource(
                asked.paths(),
                asked.format(),
                asked.labels(),
                asked.splits(),
                share,
                asked.seed(),
                leaveOut.get(),
                leaveOutDuplicates.get(),
                null));
        if (counts == null) {
            load.set(null);
            title.set(
                    asked.equals(DRAWN)
                            ? Texts.of("training.form.dataset.drawnFaces")
                            : String.join(", ", asked.paths()));
            damaged.set(false);
            message.set("");
            return;
        }
        TrainingForecast.Load parts = parts(asked.validShare(), share);
        load.set(parts);
        title.set(Texts.of("training.form.dataset.counts", name(), parts.training(), parts.validation()));
        damaged.set(counts.damaged() > 0);
        message.set(problem(parts));
    }

    /** The name as in other panes; drawn faces, used if there is no dataset, have their own name. */
    private String name() {
        String title = workbench.datasetNameProperty().get();
        if (!title.isEmpty()) {
            return title;
        }
        return workbench.datasetSourceProperty().get() == null
                ? Texts.of("training.form.dataset.drawnFaces")
                : counts.name();
    }

    /** The shared counts already have the shared part held out; another share moves samples. */
    private TrainingForecast.Load parts(double before, double now) {
        double whole = counts.training() / (1 - before);
        int moved = (int) Math.round(whole * (now - before));
        return new TrainingForecast.Load(
                counts.training() - moved, Math.max(0, counts.validation() + moved), counts.classes());
    }

    private String problem(TrainingForecast.Load parts) {
        if (parts.training() < 2) {
            return Texts.of("training.form.dataset.error.noTraining");
        }
        if (parts.validation() < 1) {
            return Texts.of("training.form.dataset.error.noValidation");
        }
        if (counts.damaged() > 0 && !leaveOut.get()) {
            return Texts.of("training.form.dataset.error.damaged", counts.damaged());
        }
        return "";
    }
}
