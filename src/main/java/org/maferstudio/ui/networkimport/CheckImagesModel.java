package org.maferstudio.ui.networkimport;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.workbench.Workbench;

/** What a network predicts for twelve images under its contract. */
final class CheckImagesModel {
    /** The checks run one after another, because each of them uses all cores. */
    static final String QUEUE = "network-import";

    private final Workbench workbench;
    private final NetworkImporter importer;
    private final LatestJob trying;
    private final ReadOnlyObjectWrapper<ImageCheck> images = new ReadOnlyObjectWrapper<>(this, "images");
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");

    CheckImagesModel(Workbench workbench, Jobs jobs, NetworkImporter importer) {
        this.workbench = workbench;
        this.importer = importer;
        trying = new LatestJob(jobs);
    }

    // Properties

    /** What the network predicts; null while the contract is incomplete or does not fit. */
    ReadOnlyObjectProperty<ImageCheck> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** Why the network cannot be run with this contract; empty if it can. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Whether the network is being run on the images. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the images are of the open dataset; else they are drawn. */
    BooleanExpression datasetOpenProperty() {
        return workbench.datasetProperty().isNotNull();
    }

    // Commands

    /** Runs a network on the images, in the background. */
    void show(OnnxFile network, StatedContract stated) {
        Optional<Dataset> dataset =
                Optional.ofNullable(workbench.datasetProperty().get());
        running.set(true);
        trying.start(JobPlan.<ImageCheck>of(
                        Texts.of("networkimport.job.images"), progress -> tried(network, stated, dataset, progress))
                .weighing(JobPlan.Weight.QUIET)
                .inQueue(QUEUE)
                .onDone(now -> {
                    running.set(false);
                    images.set(now);
                })
                .onProblem(why -> {
                    running.set(false);
                    problem.set(why.getMessage());
                }));
    }

    private ImageCheck tried(OnnxFile network, StatedContract stated, Optional<Dataset> dataset, Progress progress) {
        List<CheckImage> twelve = CheckImage.of(dataset);
        List<RasterImage> faces = twelve.stream().map(CheckImage::image).toList();
        return ImageCheck.of(stated, twelve, importer.recognise(network, stated, faces, progress));
    }

    /** Shows none. */
    void clear() {
        stop();
        images.set(null);
        problem.set("");
    }

    /** Stops running the network; what is shown stays. */
    void stop() {
        trying.drop();
        running.set(false);
    }
}
