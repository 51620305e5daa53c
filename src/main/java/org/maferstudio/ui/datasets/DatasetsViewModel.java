package org.maferstudio.ui.datasets;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

/**
 * The model of the Datasets view: opens the chosen dataset, runs the dataset check, and filters the images.
 *
 * <p>It listens to the {@link Workbench}: a dataset that any view requests is read here. A dataset that another one
 * replaces is not closed, as its images may still be on their way to the screen; its files are let go when nothing
 * refers to it any more.
 */
public final class DatasetsViewModel {
    private final Workbench workbench;
    private final Preferences preferences;
    private final FileDialogs dialogs;
    private final LatestJob opening;
    private final DatasetCheckModel examination;
    private final SampleVersions versions;
    private final RecentDatasetLines recent = new RecentDatasetLines();
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final StringProperty busy = new SimpleStringProperty(this, "busy", "");
    private final ReadOnlyObjectWrapper<ClassMappingModel> question = new ReadOnlyObjectWrapper<>(this, "question");
    private final ObjectProperty<SampleFilter> filter = new SimpleObjectProperty<>(this, "filter", SampleFilter.ALL);
    private final ObservableList<Sample> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Sample> selected = new SimpleObjectProperty<>(this, "selected");
    private final DatasetEdits edits;
    private final FaceCropsModel crops;
    private DatasetSource opened;

    /** The model of the Datasets view of a workbench. */
    public DatasetsViewModel(Workbench workbench, Preferences preferences, Jobs jobs, FileDialogs dialogs) {
        this.workbench = workbench;
        this.preferences = preferences;
        this.dialogs = dialogs;
        opening = new LatestJob(jobs);
        examination = new DatasetCheckModel(jobs, busy, problem);
        versions = new SampleVersions(jobs);
        edits = new DatasetEdits(preferences, this);
        crops = new FaceCropsModel(this, jobs, dialogs);
        preferences.settingsProperty().addListener((property, old, now) -> {
            recent.set(now);
            updateName();
        });
        recent.set(preferences.get());
        workbench.datasetSourceProperty().addListener((property, old, now) -> {
            if (now != null && !now.equals(opened)) {
                read(now);
            }
        });
        workbench.datasetRereadProperty().addListener((property, old, now) -> {
            if (opened != null) {
                read(opened);
            }
        });
        filter.addListener((property, old, now) -> fillGallery());
        selected.addListener((property, old, now) -> versions.show(now));
    }

    // Properties

    /** What was opened before, as lines of paths. */
    public ObservableList<String> recent() {
        return recent.lines();
    }

    /** The title of a line of the list: the dataset's name once it was opened, otherwise its files. */
    String recentTitle(String line) {
        return recent.title(line);
    }

    /** The user's name of the open dataset; empty if there is none. */
    ReadOnlyStringProperty nameProperty() {
        return workbench.datasetNameProperty();
    }

    /** What the user does to the list. */
    DatasetEdits edits() {
        return edits;
    }

    /** Crops faces. */
    FaceCropsModel crops() {
        return crops;
    }

    /** Shows the dialog that crops faces, with the open dataset or without one. */
    public void showFaceCrops() {
        crops.show();
    }

    /** The open dataset; null if there is none. */
    public ReadOnlyObjectProperty<Dataset> datasetProperty() {
        return workbench.datasetProperty();
    }

    /** The line of the list that is open; empty if none is. */
    public String openLine() {
        return opened == null ? "" : opened.line();
    }

    /** The source of the open dataset; null if none is open. */
    DatasetSource openSource() {
        return opened;
    }

    /** Why a dataset could not be opened; empty if nothing went wrong. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** What is being done, such as {@code Reading training}; empty if nothing is. */
    public StringProperty busyProperty() {
        return busy;
    }

    /** The classes to choose before a dataset can be opened; null if none. */
    public ReadOnlyObjectProperty<ClassMappingModel> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The result of the dataset check; null until it has finished. */
    public ReadOnlyObjectProperty<DatasetCheckResult> diagnosisProperty() {
        return examination.diagnosisProperty();
    }

    /** The issues by topic, the most serious first. */
    ObservableList<IssueTopic> topics() {
        return examination.topics();
    }

    /** Which images are shown. */
    ObjectProperty<SampleFilter> filterProperty() {
        return filter;
    }

    /** The images that are shown, in order. */
    public ObservableList<Sample> shown() {
        return shown;
    }

    /** The image that is shown large; null for none. */
    public ObjectProperty<Sample> selectedProperty() {
        return selected;
    }

    /** The enlarged image at native and decreasing resolutions. */
    public ObservableList<DownsampledImage> downsampled() {
        return versions.images();
    }

    // Commands

    /** Asks for a folder and opens it. */
    public void chooseFolder() {
        dialogs.chooseFolder(Texts.of("datasets.view.folderDialog.title")).ifPresent(folder -> open(List.of(folder)));
    }

    /** Asks for tables and zips and opens them as one dataset. */
    public void chooseFiles() {
        List<Path> files = dialogs.chooseFiles(Texts.of("datasets.view.fileDialog.title"), List.of("zip", "csv"));
        if (!files.isEmpty()) {
            open(files);
        }
    }

    /** Opens files and folders as one dataset. */
    public void open(List<Path> paths) {
        open(DatasetSource.of(paths.stream().map(Path::toString).toArray(String[]::new)));
    }

    /** Opens a line of the list. */
    public void openRecent(String line) {
        open(DatasetSource.ofLine(line));
    }

    /** Closes the open dataset; it stays in the list. */
    void close() {
        opening.drop();
        examination.clear();
        busy.set("");
        opened = null;
        workbench.datasetProperty().set(null);
        workbench.datasetSourceProperty().set(null);
        updateName();
        filter.set(SampleFilter.ALL);
        fillGallery();
    }

    /** Reads what is open in another of its formats, see {@link Datasets#alternatives}. */
    void readAs(String format) {
        open(opened.as(format));
    }

    /** Opens the dataset of a question that was answered. */
    public void answer() {
        ClassMappingModel asked = question.get();
        if (asked != null && asked.answeredProperty().get()) {
            DatasetSource answered = asked.answer();
            preferences.change(
                    settings -> settings.withDataset(answered.line(), memory -> memory.withLabels(answered.labels())));
            open(answered);
        }
    }

    /** Forgets a question; what was open stays open. */
    public void dismissQuestion() {
        question.set(null);
        workbench.datasetSourceProperty().set(opened);
    }

    /** Shows the images of a topic. */
    void show(IssueTopic topic) {
        filter.set(new SampleFilter("", -1, topic));
    }

    /** Opens a dataset by its source. */
    void open(DatasetSource source) {
        if (source.equals(workbench.datasetSourceProperty().get())) {
            read(source);
        } else {
            workbench.datasetSourceProperty().set(source);
        }
    }

    /** The source with the class assignment of earlier times. */
    private DatasetSource remembered(DatasetSource source) {
        List<String> labels = preferences.get().dataset(source.line()).labels();
        return source.labels().isEmpty() && !labels.isEmpty() ? source.withLabels(labels) : source;
    }

    private void read(DatasetSource asked) {
        DatasetSource source = remembered(asked);
        if (!source.equals(asked)) {
            workbench.datasetSourceProperty().set(source);
            return;
        }
        String name = recent.title(source.line());
        problem.set("");
        question.set(null);
        busy.set(Texts.of("datasets.view.busy.reading", name));
        opening.start(JobPlan.<Datasets.Opening>of(
                        Texts.of("datasets.job.reading", name), progress -> Datasets.openOrAsk(source, progress))
                .onDone(found -> load(source, found))
                .onProblem(why -> refuse(source, why)));
    }

    private void load(DatasetSource source, Datasets.Opening found) {
        busy.set("");
        found.question().ifPresent(classes -> question.set(new ClassMappingModel(source, classes)));
        found.dataset().ifPresent(dataset -> {
            opened = source;
            examination.clear();
            preferences.change(settings -> settings.withRecentDataset(source.line())
                    .withDataset(source.line(), memory -> memory.withName(dataset.name())));
            updateName();
            workbench.datasetProperty().set(dataset);
            filter.set(SampleFilter.ALL);
            fillGallery();
            examination.start(dataset, nameProperty().get());
        });
    }

    private void updateName() {
        workbench.datasetNameProperty().set(opened == null ? "" : recent.title(opened.line()));
    }

    /** The open dataset stays open in the workbench and the gallery. */
    private void refuse(DatasetSource source, Problem why) {
        busy.set("");
        // The class assignment may no longer fit; the next opening asks again.
        preferences.change(settings ->
                source.labels().equals(settings.dataset(source.line()).labels())
                        ? settings.withDataset(source.line(), memory -> memory.withLabels(List.of()))
                        : settings);
        problem.set(why.getMessage());
        workbench.datasetSourceProperty().set(opened);
    }

    private void fillGallery() {
        Dataset dataset = workbench.datasetProperty().get();
        Sample before = selected.get();
        shown.setAll(dataset == null ? List.of() : filter.get().of(dataset));
        selected.set(shown.contains(before) ? before : shown.isEmpty() ? null : shown.get(0));
    }
}
