package org.maferstudio.ui.embedding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.SampleImages;

/** Places faces into finished embeddings: those of a dataset, or one of the live view. */
final class FacePlacements {
    private final Jobs jobs;
    private final EmbeddingMaker maker;
    private final SampleImages images;
    private final StringProperty problem;
    /** The faces of the live view by their names; they are in no dataset and are not stored. */
    private final Map<String, Sample> live = new HashMap<>();

    /**
     * None are placed yet.
     *
     * @param images of the dataset that is placed
     * @param problem receives what goes wrong
     */
    FacePlacements(Jobs jobs, EmbeddingMaker maker, SampleImages images, StringProperty problem) {
        this.jobs = jobs;
        this.maker = maker;
        this.images = images;
        this.problem = problem;
    }

    /** A placed face; empty if its image is not at hand. */
    Optional<Sample> sample(String id) {
        return Optional.ofNullable(live.get(id)).or(() -> images.sample(id));
    }

    /** Places the faces of a dataset into all finished embeddings. */
    void place(DatasetSource source, List<Panel> panels) {
        List<Panel> finished = finished(panels);
        if (source == null) {
            problem.set(Texts.of("embedding.place.error.noDataset"));
            return;
        }
        if (finished.isEmpty()) {
            problem.set(Texts.of("embedding.place.error.noEmbedding"));
            return;
        }
        problem.set("");
        images.load(source);
        finished.forEach(panel -> start(
                panel,
                (request, progress) -> maker.place(panel.experiment(), request, source, progress),
                panel::place));
    }

    /** Places a face into the finished embeddings of the networks that classified it. */
    void place(PlacementRequest face, List<Panel> panels) {
        String name = Texts.of("embedding.place.face", live.size() + 1);
        boolean shown = false;
        for (Panel panel : finished(panels)) {
            Optional<PlacementRequest.Face> seen = face.faces().stream()
                    .filter(each -> same(each.experiment(), panel.experiment()))
                    .findFirst();
            if (seen.isPresent()) {
                shown = true;
                place(panel, name, seen.get());
            }
        }
        String networks =
                face.faces().stream().map(PlacementRequest.Face::network).collect(Collectors.joining(", "));
        problem.set(shown ? "" : Texts.of("embedding.place.error.notShown", networks));
    }

    private void place(Panel panel, String name, PlacementRequest.Face face) {
        Sample sample = new Sample(name, "", EmbeddingRow.NO_LABEL, "", face::image);
        live.putIfAbsent(name, sample);
        start(panel, (request, progress) -> maker.place(panel.experiment(), request, sample, progress), panel::add);
    }

    private static List<Panel> finished(List<Panel> panels) {
        return panels.stream().filter(panel -> panel.embedding() != null).toList();
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Places faces into a saved embedding; empty if a stop was requested. */
    @FunctionalInterface
    private interface Placing {
        Optional<PlacedFaces> place(EmbeddingRequest request, Progress progress);
    }

    @SuppressWarnings("ReferenceEquality") // an embedding that was computed anew is another one, even if equal
    private void start(Panel panel, Placing placing, Consumer<PlacedFaces> shows) {
        EmbeddingMetadata metadata = panel.metadataProperty().get();
        jobs.start(JobPlan.<Optional<PlacedFaces>>of(
                        Texts.of("embedding.job.place", panel.title()),
                        progress -> placing.place(request(panel, metadata), progress))
                .weighing(JobPlan.Weight.LISTED)
                .inQueue(EmbeddingViewModel.PANE)
                .onDone(made -> made.filter(
                                faces -> metadata == panel.metadataProperty().get())
                        .ifPresent(shows))
                .onProblem(why -> {
                    panel.statusProperty().set("");
                    problem.set(why.getMessage());
                }));
    }

    private static EmbeddingRequest request(Panel panel, EmbeddingMetadata metadata) {
        return new EmbeddingRequest(
                Optional.of(metadata.source().split()),
                panel.resolutions(),
                metadata.source().samples() * panel.resolutions().size(),
                metadata.plan(),
                Experiment.open(panel.experiment()).manifest().recipe().machine());
    }
}
