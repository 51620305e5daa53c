package org.maferstudio.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.IncludedSeries;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.Expression;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.Demo;
import org.maferstudio.training.TrainingListener;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.DatasetTitles;
import org.maferstudio.ui.workbench.LiveRequest;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.video.SourceName;

/** The view model of the Start pane: ways to begin, and recent work. */
public final class StartViewModel {
    /** How many recent experiments are shown. */
    static final int RECENT = 6;

    private static final List<Integer> SIDES = List.of(8, 12, 16, 24, 32, 48, 64, DrawnFaces.SIDE);
    private static final long PERSON = 12;

    /**
     * A downsampled face.
     *
     * @param side the resolution, in pixels
     * @param image downsampled and resized to its first size
     */
    public record LoweredFace(int side, RasterImage image) {}

    /** Trains and compares a base and a multi-resolution network, as {@code mafer demo} does. */
    @FunctionalInterface
    public interface DemoRun {
        /** The program's own implementation. */
        DemoRun ENGINE = (workspace, progress, listener) -> new Demo(workspace, progress, listener).run();

        /**
         * Runs it.
         *
         * @return both experiments; fewer if a stop was asked for
         * @throws org.maferstudio.job.Problem if the workspace cannot be written to, or a training failed
         */
        List<Experiment> run(Workspace workspace, Progress progress, TrainingListener listener);
    }

    private final Workbench workbench;
    private final Preferences preferences;
    private final Jobs jobs;
    private final DemoRun demo;
    /** Of the gallery side by side: the baseline, the multi-resolution network, and one without a teacher. */
    private static final int DRAWN = 3;

    private final Path gallery;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<Job> demoJob = new ReadOnlyObjectWrapper<>(this, "demoJob");
    private final ObservableValue<List<String>> recentDatasets;
    private final ObservableList<RecentExperiment> experiments = FXCollections.observableArrayList();
    private final ObservableList<LoweredFace> faces = FXCollections.observableArrayList();

    /**
     * The view model of the Start pane.
     *
     * @param gallery where the experiments that is included with the program are laid out
     */
    public StartViewModel(Workbench workbench, Preferences preferences, Jobs jobs, DemoRun demo, Path gallery) {
        this.workbench = workbench;
        this.preferences = preferences;
        this.gallery = gallery;
        this.jobs = jobs;
        this.demo = demo;
        reading = new LatestJob(jobs);
        recentDatasets =
                Bindings.createObjectBinding(() -> preferences.get().recentDatasets(), preferences.settingsProperty());
        workbench.experimentsChangedProperty().addListener((property, old, now) -> refresh());
        workbench.datasetTitlesProperty().addListener((property, old, now) -> refresh());
    }

    // Properties

    /** Paths that were opened as datasets, latest first. */
    public ObservableValue<List<String>> recentDatasetsProperty() {
        return recentDatasets;
    }

    /** The name of such a dataset, as in the other panes. */
    String datasetTitle(String line) {
        return DatasetTitles.listed(preferences.get(), line);
    }

    /** The latest experiments of the workspace, latest first. */
    public ObservableList<RecentExperiment> experiments() {
        return experiments;
    }

    /** One drawn face, from 8 pixels to its full size. */
    public ObservableList<LoweredFace> faces() {
        return faces;
    }

    /** The training on drawn faces; null if it is not running. */
    public ReadOnlyObjectProperty<Job> demoJobProperty() {
        return demoJob.getReadOnlyProperty();
    }

    // Commands

    /** Shows the sample film in the Live pane, classified by the included networks. */
    public void tryLive() {
        workbench.showLive(new LiveRequest(SourceName.SAMPLE, List.of()));
    }

    /** Extracts the included experiments, lists them and all of them as one series, and compares the first three. */
    public void showGallery() {
        jobs.start(
                Texts.of("start.cards.gallery.job"),
                progress -> Stream.concat(
                                IncludedExperiments.entries().stream()
                                        .map(entry -> IncludedExperiments.open(entry, gallery)),
                                Stream.of(IncludedSeries.open(gallery).experiment()))
                        .map(Experiment::folder)
                        .toList(),
                (List<Path> folders) -> workbench.showGallery(folders, DRAWN));
    }

    /** Reads the experiments again; draws the faces if they are not there yet. */
    public void refresh() {
        DatasetTitles titles = workbench.datasetTitlesProperty().get();
        reading.start(
                JobPlan.<List<RecentExperiment>>of(Texts.of("start.recent.experiments.job"), progress -> read(titles))
                        .weighing(JobPlan.Weight.QUIET)
                        .onDone(experiments::setAll));
        if (faces.isEmpty()) {
            jobs.quiet(
                    Texts.of("start.faces.job"),
                    progress -> downsampledFaces(),
                    (List<LoweredFace> drawn) -> faces.setAll(drawn));
        }
    }

    /** Shows the Datasets pane. */
    public void openDatasets() {
        workbench.show("datasets");
    }

    /**
     * Trains two networks on drawn faces, and then shows the results; while this is running, requests a stop instead.
     */
    public void trainOnDrawnFaces() {
        if (demoJob.get() != null) {
            demoJob.get().requestStop();
            return;
        }
        TrainingListener listener = new Grown(jobs.latest(row -> workbench.notifyExperimentsChanged()));
        Job job = jobs.start(JobPlan.<List<Experiment>>of(
                        Texts.of("start.cards.demo.job"),
                        progress -> demo.run(workbench.workspace(), progress, listener))
                .weighing(JobPlan.Weight.KEPT)
                .inQueue("training")
                .onDone(this::showDemo));
        demoJob.set(job);
        job.stateProperty().addListener((property, old, state) -> removeJob(job));
        removeJob(job);
    }

    private void removeJob(Job job) {
        if (job.getState().isOver() && demoJob.get() == job) {
            demoJob.set(null);
            workbench.notifyExperimentsChanged();
        }
    }

    /** The multi-resolution network compared with the baseline. */
    private void showDemo(List<Experiment> experiments) {
        if (experiments.size() == 2) {
            workbench.notifyExperimentsChanged();
            workbench.showExperiment(
                    experiments.get(1).folder(), List.of(experiments.get(0).folder()));
        }
    }

    /** Passes on that an experiment has a validation more. */
    private record Grown(Consumer<HistoryRow> rows) implements TrainingListener {
        @Override
        public void onValidation(HistoryRow row) {
            rows.accept(row);
        }
    }

    /** Opens this dataset in the Datasets pane. */
    public void openDataset(String path) {
        workbench.datasetSourceProperty().set(DatasetSource.ofLine(path));
        workbench.show("datasets");
    }

    /** Shows the results of an experiment, or the Training pane if it is not finished. */
    public void open(RecentExperiment experiment) {
        if (experiment.status() == RunStatus.FINISHED || experiment.status() == RunStatus.IMPORTED) {
            workbench.showExperiment(experiment.folder());
        } else {
            workbench.experimentProperty().set(experiment.folder());
            workbench.show("training");
        }
    }

    private List<RecentExperiment> read(DatasetTitles titles) {
        List<Experiment> all = workbench.workspace().experiments();
        return all.stream()
                .limit(RECENT)
                .map(each -> RecentExperiment.of(each, titles))
                .toList();
    }

    private static List<LoweredFace> downsampledFaces() {
        RasterImage face = DrawnFaces.draw(Expression.HAPPINESS, PERSON, 17);
        return SIDES.stream()
                .map(side -> new LoweredFace(side, Downsampling.downsample(face, side, Kernel.BILINEAR)))
                .toList();
    }
}
