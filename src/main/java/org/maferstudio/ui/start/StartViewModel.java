package org.maferstudio.ui.start;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.ui.parts.Desk;
import org.maferstudio.ui.parts.Preferences;

/** What can be done from the first pane. */
public final class StartViewModel {
    private final Desk desk;
    private final ObservableValue<List<String>> recentDatasets;

    /** The first pane over the desk. */
    public StartViewModel(Desk desk, Preferences preferences) {
        this.desk = desk;
        recentDatasets =
                Bindings.createObjectBinding(() -> preferences.get().recentDatasets(), preferences.settingsProperty());
    }

    // Properties

    /** Paths that were opened as datasets, newest first. */
    public ObservableValue<List<String>> recentDatasetsProperty() {
        return recentDatasets;
    }

    // Commands

    /** To the pane of datasets. */
    public void openDatasets() {
        desk.show("datasets");
    }

    /** To training, on faces that the program draws. */
    public void trainOnDrawnFaces() {
        desk.datasetSourceProperty().set(DatasetSource.of("drawn"));
        desk.show("training");
    }

    /** To the pane of results. */
    public void openResults() {
        desk.show("results");
    }

    /** To the pane of datasets, with this dataset. */
    public void openDataset(String path) {
        desk.datasetSourceProperty().set(DatasetSource.of(path));
        desk.show("datasets");
    }
}
