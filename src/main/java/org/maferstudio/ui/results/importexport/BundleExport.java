package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;

/** An experiment on its way into one file for a reviewer. */
final class BundleExport {
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty images = new SimpleBooleanProperty(this, "images");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
    private Path folder;

    BundleExport(Jobs jobs, FileDialogs dialogs) {
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    // Properties

    /** Whether the dialog is open. */
    BooleanProperty openProperty() {
        return open;
    }

    /** Whether small images of the samples are included; off at each start. */
    BooleanProperty imagesProperty() {
        return images;
    }

    /** The experiment's folder's name. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    // Commands

    /** Begins with an experiment. */
    void open(Path experiment) {
        folder = experiment;
        name.set(experiment.getFileName().toString());
        images.set(false);
        open.set(true);
    }

    /** Asks where to, and writes the bundle. */
    void save() {
        Path experiment = folder;
        boolean along = images.get();
        Optional<Path> target = dialogs.chooseTarget(
                Texts.of("results.bundleDialog.saveTitle"),
                name.get() + Bundle.ENDING,
                List.of(Bundle.ENDING.substring(1)));
        target.ifPresent(
                file -> jobs.write(file, progress -> pack(experiment, file, along, progress), () -> open.set(false)));
    }

    private static Path pack(Path folder, Path file, boolean along, Progress progress) {
        Experiment experiment = Experiment.open(folder);
        Optional<ThumbnailArchive> small =
                along ? Optional.of(ThumbnailArchive.of(experiment, progress)) : Optional.empty();
        if (!progress.stopRequested()) {
            Bundle.write(experiment, file, small);
        }
        return file;
    }
}
