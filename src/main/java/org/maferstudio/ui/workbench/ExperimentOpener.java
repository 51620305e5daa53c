package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentLibrary;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/**
 * Opens experiments from anywhere, whether they were named on the command line, dropped on the window or chosen in a
 * dialog: folders as they are, bundles read-only, unpacked for as long as the window is open.
 */
public final class ExperimentOpener implements AutoCloseable {
    private final Workbench workbench;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final ExperimentLibrary library = new ExperimentLibrary();
    private final Map<Path, Path> unpacked = new HashMap<>();

    /** Opens in a workbench. */
    public ExperimentOpener(Workbench workbench, Jobs jobs, FileDialogs dialogs) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.dialogs = dialogs;
        workbench.toOpenProperty().addListener((property, old, asked) -> {
            if (asked != null) {
                open(asked);
                workbench.toOpenProperty().set(null);
            }
        });
    }

    /** Whether a path is an experiment's folder or a bundle. */
    public boolean canOpen(Path path) {
        return Bundle.isBundle(path) || Experiment.isExperiment(path);
    }

    /** Asks for bundles and shows them. */
    public void chooseBundles() {
        dialogs.chooseFiles(Texts.of("common.bundles.dialog"), List.of(Bundle.ENDING.substring(1)))
                .forEach(this::open);
    }

    /** Shows an experiment, or a message if it cannot be read. */
    public void open(Path path) {
        Path place = path.toAbsolutePath().normalize();
        jobs.start(JobPlan.<Path>of(Texts.of("common.bundles.job", place.getFileName()), progress -> folder(place))
                .onDone(workbench::showExperiment));
    }

    /** The folder of an experiment, when it can be read there. */
    private Path folder(Path place) {
        return Bundle.isBundle(place) ? unpack(place) : Experiment.open(place).folder();
    }

    /** The same bundle is not unpacked twice. */
    private synchronized Path unpack(Path bundle) {
        return unpacked.computeIfAbsent(bundle, file -> library.open(file).folder());
    }

    /** Deletes all that was unpacked. */
    @Override
    public synchronized void close() {
        library.close();
    }
}
