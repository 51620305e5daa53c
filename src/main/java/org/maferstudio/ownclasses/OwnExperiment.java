package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.Saving;
import org.maferstudio.network.input.InputPacker;

/** Saves a classifier as an experiment that every pane and command opens. */
public final class OwnExperiment {
    /** The format of the dataset in the experiment. */
    static final String DATASET = "own-classes";

    private static final String DATASET_NAME = "your own classes";

    private OwnExperiment() {}

    /** Whether the faces themselves are saved. */
    public enum Faces {
        /** No image is stored: only weights, predictions and the numbers of samples. */
        NOT_SAVED,
        /** Thumbnails of at most 48 pixels, so that Results shows the images behind its numbers. */
        SAVED
    }

    /**
     * What to save.
     *
     * @param name of the experiment
     * @param classes that the classifier was trained on
     * @param classifier the classifier
     * @param trainedAt which of its variants
     * @param faces whether to save the faces
     */
    public record Request(
            String name, List<OwnClass> classes, OwnClassifier classifier, TrainedAt trainedAt, Faces faces) {}

    /**
     * Saves a new experiment in a workspace: the network with its new classifier, the held-out predictions at each
     * resolution, notes, and the faces if requested.
     *
     * @throws Problem if the workspace is read-only or cannot be written to, or the network's experiment is gone
     */
    public static Experiment save(Workspace workspace, Request request, Progress progress) {
        Experiment basis = Experiment.open(request.classifier().experiment());
        OwnNetwork network = OwnNetwork.of(basis, request);
        Saving saving = Saving.of(request.name());
        try {
            Path folder = workspace.newFolder(request.name(), LocalDateTime.now(ZoneId.systemDefault()));
            Experiment experiment = Experiment.create(folder, network.recipe());
            UnaryOperator<ExperimentManifest> known = network.write(experiment);
            variant(request).heldOut().forEach(experiment::write);
            experiment.writeNotes(notes(request));
            experiment.log("The classifier was trained in the live view; the other weights are those of "
                    + request.classifier().title() + ".");
            if (request.faces() == Faces.SAVED) {
                saveFaces(experiment, request, progress);
            }
            Map<String, String> versions = Map.of(
                    "java",
                    Runtime.version().toString(),
                    "classifier",
                    "softmax-regression",
                    "trained_at",
                    request.trainedAt().id());
            experiment.update(manifest -> known.apply(
                    manifest.withDataset(dataset(request), request.classifier().contract(), versions, "cpu")));
            return experiment;
        } finally {
            saving.close();
        }
    }

    static OwnClassifier.Variant variant(Request request) {
        return request.classifier().at(request.trainedAt());
    }

    private static DatasetMetadata dataset(Request request) {
        List<String> names = request.classifier().contract().labels();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (OwnClass each : request.classes()) {
            counts.put(each.name(), each.samples().size());
        }
        boolean grouped = variant(request).heldOut().stream()
                .flatMap(predictions -> predictions.rows().stream())
                .anyMatch(row -> !row.group().isEmpty());
        return new DatasetMetadata(
                DATASET_NAME,
                DATASET,
                "",
                names,
                Map.of(OwnTraining.SPLIT, counts),
                List.of(),
                List.of(),
                grouped ? Grouping.GROUP : Grouping.NONE);
    }

    private static void saveFaces(Experiment experiment, Request request, Progress progress) {
        InputPacker packer = new InputPacker(request.classifier().contract());
        List<Sample> faces = new ArrayList<>();
        for (int label = 0; label < request.classes().size(); label++) {
            OwnClass each = request.classes().get(label);
            for (int i = 0; i < each.samples().size(); i++) {
                FaceSample sample = each.samples().get(i);
                faces.add(new Sample(
                        OwnTraining.id(each.name(), i),
                        OwnTraining.SPLIT,
                        label,
                        "",
                        () -> packer.coloured(sample.crop(packer))));
            }
        }
        ThumbnailArchive.of(faces, progress).write(experiment);
    }

    /** In English, as everything that is stored. */
    private static String notes(Request request) {
        StringBuilder notes = new StringBuilder("Your own classes, collected in the live view. The network is ")
                .append(request.classifier().title())
                .append(", unchanged except for its classifier: a softmax regression on the features.\n\n");
        request.classes().forEach(each -> notes.append("* ")
                .append(each.name())
                .append(": ")
                .append(each.samples().size())
                .append(" samples\n"));
        notes.append(
                request.trainedAt() == TrainedAt.ALL
                        ? "\nTrained on each face at native resolution, 32, 24, 16, 12 and 8 px.\n\n"
                        : "\nTrained on faces at native resolution only.\n\n");
        if (variant(request).heldOut().isEmpty()) {
            notes.append("Not evaluated, because the samples were captured within too short a time.\n");
        } else {
            notes.append("The predictions are those of a cross-validation. The samples of each class were split into ")
                    .append(TimeBlocks.COUNT)
                    .append(" blocks of consecutive samples, and each block was predicted by a classifier trained on"
                            + " the others, without samples captured within ")
                    .append(TimeBlocks.GAP)
                    .append(" s of the block. They hold for these faces, this place and this light, not for other"
                            + " people.\n");
        }
        return notes.toString();
    }
}
