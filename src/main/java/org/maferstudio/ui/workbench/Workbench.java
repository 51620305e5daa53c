package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.settings.Settings;

/**
 * The state that independent panes share: the chosen dataset and schedule, the workspace,
 * the shown experiment and its selected samples, and which pane is in front.
 */
public final class Workbench {
    private final StringProperty pane = new SimpleStringProperty(this, "pane", "start");
    private final DoubleProperty listWidth =
            new SimpleDoubleProperty(this, "listWidth", Settings.defaults().listWidth());
    private final ObjectProperty<List<String>> jobSetup = new SimpleObjectProperty<>(this, "jobSetup", List.of());
    private final Workspace workspace;
    private final ObjectProperty<DatasetSource> datasetSource = new SimpleObjectProperty<>(this, "datasetSource");
    private final ObjectProperty<Dataset> dataset = new SimpleObjectProperty<>(this, "dataset");
    private final StringProperty datasetName = new SimpleStringProperty(this, "datasetName", "");
    private final ObjectProperty<DatasetTitles> datasetTitles =
            new SimpleObjectProperty<>(this, "datasetTitles", DatasetTitles.NONE);
    private final ObjectProperty<ResolutionSchedule> schedule = new SimpleObjectProperty<>(this, "schedule");
    private final ObjectProperty<Path> experiment = new SimpleObjectProperty<>(this, "experiment");
    private final ReadOnlyObjectWrapper<List<Path>> guests = new ReadOnlyObjectWrapper<>(this, "guests", List.of());
    private final ObjectProperty<List<Path>> compared = new SimpleObjectProperty<>(this, "compared", List.of());
    private final ObjectProperty<SampleSelection> selection = new SimpleObjectProperty<>(this, "selection");
    private final ObjectProperty<LiveRequest> liveRequest = new SimpleObjectProperty<>(this, "liveRequest");
    private final ObjectProperty<PlacementRequest> placementRequest =
            new SimpleObjectProperty<>(this, "placementRequest");
    private final ObjectProperty<RecipeRequest> recipeRequest = new SimpleObjectProperty<>(this, "recipeRequest");
    private final ObjectProperty<Path> toOpen = new SimpleObjectProperty<>(this, "toOpen");
    private final ReadOnlyIntegerWrapper datasetReread = new ReadOnlyIntegerWrapper(this, "datasetReread");
    private final ReadOnlyIntegerWrapper experimentsChanged = new ReadOnlyIntegerWrapper(this, "experimentsChanged");

    private final PresetLists presets = new PresetLists();

    /** An empty workbench over a workspace. */
    public Workbench(Workspace workspace) {
        this.workspace = workspace;
    }

    // Properties

    /** The id of the pane in front, such as {@code results}; setting it brings that pane to the front. */
    public StringProperty paneProperty() {
        return pane;
    }

    /** The width of the list of experiments, in px at the default font size. */
    public DoubleProperty listWidthProperty() {
        return listWidth;
    }

    /** The lines of shell that each job of a cluster runs first, such as {@code module load java/17}. */
    public ObjectProperty<List<String>> jobSetupProperty() {
        return jobSetup;
    }

    /** The experiments of this window; its methods read files, so they are called in the background. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * The requested dataset; null if there is none. When it is set, the view model of the Datasets pane reads it in the
     * background and fills {@link #datasetProperty()}; a training repeats it in its recipe.
     */
    public ObjectProperty<DatasetSource> datasetSourceProperty() {
        return datasetSource;
    }

    /** The open dataset; null if there is none. */
    public ObjectProperty<Dataset> datasetProperty() {
        return dataset;
    }

    /** The name of the open dataset; empty if there is none. */
    public StringProperty datasetNameProperty() {
        return datasetName;
    }

    /** The names that the user gave to datasets, for every pane that names the dataset of an experiment. */
    public ObjectProperty<DatasetTitles> datasetTitlesProperty() {
        return datasetTitles;
    }

    /** The schedule of the next training; null until one was selected. */
    public ObjectProperty<ResolutionSchedule> scheduleProperty() {
        return schedule;
    }

    /** The user's presets of recipes and schedules. */
    public PresetLists presets() {
        return presets;
    }

    /** The folder of the shown experiment; null if none was chosen. */
    public ObjectProperty<Path> experimentProperty() {
        return experiment;
    }

    /** The folders of listed experiments outside the workspace. */
    public ReadOnlyObjectProperty<List<Path>> guestsProperty() {
        return guests.getReadOnlyProperty();
    }

    /** The folders of the compared experiments; empty for none. */
    public ObjectProperty<List<Path>> comparedProperty() {
        return compared;
    }

    /**
     * The samples that are selected, in whichever pane; null for none. A pane that shows samples marks these where they
     * are of the experiment it shows, sets what is selected in it, and clears it with Esc.
     */
    public ObjectProperty<SampleSelection> selectionProperty() {
        return selection;
    }

    /** What the pane of training is asked to do with a recipe; null for nothing. That pane answers and sets it back. */
    public ObjectProperty<RecipeRequest> recipeRequestProperty() {
        return recipeRequest;
    }

    /**
     * The last requested experiment, a folder or a bundle anywhere; null for none. {@link
     * Openings} reads it in the background and then fills {@link #experimentProperty()}.
     */
    public ObjectProperty<Path> toOpenProperty() {
        return toOpen;
    }

    /** Counts up whenever an experiment in the workspace appeared, grew or ended. */
    public ReadOnlyIntegerProperty experimentsChangedProperty() {
        return experimentsChanged.getReadOnlyProperty();
    }

    /** Counts up whenever the dataset at hand is to be read again, since its files may have changed. */
    public ReadOnlyIntegerProperty datasetRereadProperty() {
        return datasetReread.getReadOnlyProperty();
    }

    // Commands

    /** Brings a pane to the front. */
    public void show(String paneId) {
        pane.set(paneId);
    }

    /** Opens an experiment in the pane of results. */
    public void showExperiment(Path folder) {
        experiment.set(folder);
        pane.set("results");
    }

    /** Opens an experiment in the Results pane, and compares it with others. */
    public void showExperiment(Path folder, List<Path> others) {
        compared.set(List.copyOf(others));
        experiment.set(null);
        showExperiment(folder);
    }

    /**
     * Lists experiments outside the workspace, opens the first in the Results pane, and compares it with the next ones.
     *
     * @param drawn number of experiments that are drawn
     */
    public void showGallery(List<Path> folders, int drawn) {
        guests.set(List.copyOf(folders));
        showExperiment(folders.get(0), folders.subList(1, Math.min(drawn, folders.size())));
    }

    /** Puts a recipe into the form of the pane of training, and brings that to the front. */
    public void edit(Recipe recipe) {
        recipeRequest.set(new RecipeRequest(recipe, RecipeRequest.How.EDIT));
        pane.set("training");
    }

    /** Shows a source or an experiment's network in the live pane, and brings that to the front. */
    public void showLive(LiveRequest wish) {
        liveRequest.set(wish);
        pane.set("live");
    }

    /** What some pane wants the live pane to show; it sets this to null when it does. */
    public ObjectProperty<LiveRequest> liveRequestProperty() {
        return liveRequest;
    }

    /** Places a face into the shown embeddings, and brings their pane to the front. */
    public void place(PlacementRequest wish) {
        pane.set("embedding");
        placementRequest.set(wish);
    }

    /** What some pane wants the Embedding pane to place; that pane sets it to null when it does. */
    public ObjectProperty<PlacementRequest> placementRequestProperty() {
        return placementRequest;
    }

    /** Trains a recipe, and shows the Training pane. */
    public void train(Recipe recipe) {
        recipeRequest.set(new RecipeRequest(recipe, RecipeRequest.How.TRAIN));
        pane.set("training");
    }

    /** Has the dataset at hand read again. */
    public void rereadDataset() {
        datasetReread.set(datasetReread.get() + 1);
    }

    /** Notifies all panes that an experiment in the workspace appeared, grew or ended. */
    public void notifyExperimentsChanged() {
        experimentsChanged.set(experimentsChanged.get() + 1);
    }
}
