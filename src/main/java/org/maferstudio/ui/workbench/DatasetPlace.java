package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** Where the dataset of the experiment lies, whose samples are listed: a bundle does not say it. */
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

    /** What the dataset that is open is called; empty if none is. */
    public ReadOnlyStringProperty openNameProperty() {
        return desk.datasetNameProperty();
    }

    /** Takes the images from these files or this folder, if they are the dataset of the experiment. */
    public void locate(List<Path> places) {
        pictures.locate(places);
    }

    /** Takes the images from the dataset that is open, if it is that of the experiment. */
    public void locateOpen() {
        Optional.ofNullable(desk.datasetSourceProperty().get())
                .filter(source -> !source.isDrawn())
                .ifPresent(
                        source -> locate(source.paths().stream().map(Path::of).toList()));
    }
}
