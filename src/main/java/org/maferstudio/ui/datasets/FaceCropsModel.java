package org.maferstudio.ui.datasets;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.crops.FaceCropping;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** Crops the faces of the open dataset or of a folder, and opens the crops. */
final class FaceCropsModel {
    /** The largest side of a crop, in pixels: the input of the largest network. */
    private static final int SIZE = 224;

    private final DatasetsViewModel datasets;
    private final Jobs jobs;
    private final FileDialogs dialogs;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ObjectProperty<DatasetSource> source = new SimpleObjectProperty<>(this, "source");
    private final ObjectProperty<Path> target = new SimpleObjectProperty<>(this, "target");
    private final ObjectProperty<Alignment> alignment = new SimpleObjectProperty<>(this, "alignment", Alignment.NONE);
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    FaceCropsModel(DatasetsViewModel datasets, Jobs jobs, FileDialogs dialogs) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.dialogs = dialogs;
    }

    // Properties

    /** Whether the dialog is shown. */
    BooleanProperty openProperty() {
        return open;
    }

    /** What to crop; null if nothing is chosen. */
    ObjectProperty<DatasetSource> sourceProperty() {
        return source;
    }

    /** The folder for the crops; null if nothing is chosen. */
    ObjectProperty<Path> targetProperty() {
        return target;
    }

    /** How faces are aligned. */
    ObjectProperty<Alignment> alignmentProperty() {
        return alignment;
    }

    /** Why cropping failed; empty if it did not. */
    StringProperty problemProperty() {
        return problem;
    }

    // Commands

    /** Shows the dialog with the open dataset, or without one. */
    void show() {
        problem.set("");
        DatasetSource now = datasets.openSource();
        use(now == null || now.isDrawn() ? null : now);
        open.set(true);
    }

    /** Asks for the folder to crop. */
    void chooseSource() {
        dialogs.chooseFolder(Texts.of("datasets.crop.source.dialog"))
                .ifPresent(folder -> use(DatasetSource.of(folder.toString())));
    }

    /** Asks for the folder of the crops. */
    void chooseTarget() {
        dialogs.chooseFolder(Texts.of("datasets.crop.target.dialog")).ifPresent(target::set);
    }

    private void use(DatasetSource chosen) {
        source.set(chosen);
        target.set(chosen == null ? null : beside(Path.of(chosen.paths().get(0)).toAbsolutePath()));
    }

    private static Path beside(Path first) {
        Path name = first.getFileName();
        String stem = name == null ? "" : name.toString().replaceFirst("\\.(zip|csv)$", "");
        return first.resolveSibling(stem + "-faces");
    }

    /** Crops in the background, and opens the crops as a dataset if the images have labels. */
    void start() {
        if (source.get() == null || target.get() == null) {
            return;
        }
        FaceCropping cropping = new FaceCropping(source.get(), target.get(), alignment.get(), SIZE);
        problem.set("");
        open.set(false);
        jobs.start(JobPlan.<FaceCropping.Outcome>of(
                        Texts.of("datasets.crop.job", source.get().shortText()), cropping::run)
                .weighing(JobPlan.Weight.KEPT)
                .onDone(outcome -> finish(cropping, outcome))
                .onProblem(this::refuse));
    }

    private void finish(FaceCropping cropping, FaceCropping.Outcome outcome) {
        if (!outcome.isComplete()) {
            return;
        }
        if (outcome.crops() > 0 && outcome.labelled()) {
            datasets.open(List.of(cropping.out()));
        } else {
            datasets.problemProperty()
                    .set(Texts.of("datasets.crop.unlabelled", outcome.crops(), outcome.images(), cropping.out()));
        }
    }

    private void refuse(Problem why) {
        problem.set(why.getMessage());
        open.set(true);
    }
}
