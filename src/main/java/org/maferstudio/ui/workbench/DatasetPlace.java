package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** The location of the dataset whose samples are listed: a bundle does not contain it. */
public final class DatasetPlace {
    private final Workbench desk;
    private final SampleImages pictures;

    /** Over the images of an experiment's samples. */
    public DatasetPlace(Workbench desk, SampleImages pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    /** Whether the dataset is not at hand, so that it can be located. */
    public ReadOnlyBooleanProperty missingProperty() {
        return pictures.missingProperty();
    }

    /** The name of the open dataset; empty if none is open. */
    public ReadOnlyStringProperty openNameProperty() {
        return desk.datasetNameProperty();
    }

    /** Uses the images of these files or this folder, if they are the dataset of the experiment. */
    public void locate(List<Path> places) {
        pictures.locate(places);
    }

    /** Uses the images of the open dataset, if it is that of the experiment. */
    public void locateOpen() {
        Optional.ofNullable(desk.datasetSourceProperty().get())
                .filter(source -> !source.isDrawn())
                .ifPresent(
                        source -> locate(source.paths().stream().map(Path::of).toList()));
    }
}
