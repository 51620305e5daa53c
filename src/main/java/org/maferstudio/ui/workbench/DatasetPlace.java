package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;

/** The location of the dataset whose samples are listed: a bundle does not contain it. */
public final class DatasetPlace {
    private final Workbench workbench;
    private final SampleImages images;
    private final FileDialogs dialogs;

    /** Over the images of an experiment's samples. */
    public DatasetPlace(Workbench workbench, SampleImages images, FileDialogs dialogs) {
        this.workbench = workbench;
        this.images = images;
        this.dialogs = dialogs;
    }

    /** Whether the dataset is not at hand, so that it can be located. */
    public ReadOnlyBooleanProperty missingProperty() {
        return images.missingProperty();
    }

    /** The name of the open dataset; empty if none is open. */
    public ReadOnlyStringProperty openNameProperty() {
        return workbench.datasetNameProperty();
    }

    /** Asks for a folder and uses its images. */
    public void locateFolder() {
        dialogs.chooseFolder(Texts.of("common.locate.folder")).ifPresent(chosen -> locate(List.of(chosen)));
    }

    /** Asks for files and uses their images. */
    public void locateFiles() {
        locate(dialogs.chooseFiles(Texts.of("common.locate.files"), List.of("zip", "csv")));
    }

    /** Uses the images of these files or this folder, if they are the dataset of the experiment. */
    public void locate(List<Path> places) {
        images.locate(places);
    }

    /** Uses the images of the open dataset, if it is that of the experiment. */
    public void locateOpen() {
        Optional.ofNullable(workbench.datasetSourceProperty().get())
                .filter(source -> !source.isDrawn())
                .ifPresent(
                        source -> locate(source.paths().stream().map(Path::of).toList()));
    }
}
