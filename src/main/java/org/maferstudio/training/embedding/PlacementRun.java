package org.maferstudio.training.embedding;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.BiFunction;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.Placement;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Places the faces of another dataset, or a single one, into an embedding that an experiment has saved. */
public final class PlacementRun {
    private final Experiment experiment;
    private final Progress progress;

    /** Creates a computation for one experiment. */
    public PlacementRun(Experiment experiment, Progress progress) {
        this.experiment = experiment;
        this.progress = progress;
    }

    /**
     * Places the faces and saves their places; empty if a stop was requested.
     *
     * @param request the embedding; its number of samples is also the maximum number of faces that are placed
     * @param dataset of the faces; its test split if there is one, otherwise validation, otherwise train
     * @throws Problem if there is no such embedding, or its features are missing or of other weights
     */
    public Optional<PlacedFaces> run(EmbeddingRequest request, DatasetSource dataset) {
        Optional<PlacedFaces> placed =
                place(request, (faces, network) -> new FeatureExtraction(experiment, Optional.of(dataset), progress)
                        .run(faces, network));
        placed.ifPresent(new Embeddings(experiment)::writePlaced);
        return placed;
    }

    /**
     * Places one face, at each resolution of the embedding, and saves nothing; empty if a stop was requested.
     *
     * @param request the embedding
     * @param face as the dataset's images are; its class may be {@link
     *     org.maferstudio.experiment.embedding.EmbeddingRow#NO_LABEL}
     * @throws Problem if there is no such embedding, or its features are missing or of other weights
     */
    public Optional<PlacedFaces> run(EmbeddingRequest request, Sample face) {
        return place(request, (faces, network) -> new FeatureExtraction(experiment, Optional.empty(), progress)
                .run(faces, network, face));
    }

    private Optional<PlacedFaces> place(
            EmbeddingRequest request, BiFunction<EmbeddingRequest, String, Optional<DeepFeatures>> extraction) {
        String network = EmbeddingRun.network(experiment);
        Embeddings kept = new Embeddings(experiment);
        String name = name(kept, request, network);
        Embedding embedding = kept.read(name);
        Points features = EmbeddingRun.read(kept.features(name));
        if (features.size() != embedding.positions().size()) {
            throw noEmbedding();
        }
        EmbeddingMetadata metadata = embedding.metadata();
        EmbeddingRequest faces = new EmbeddingRequest(
                Optional.empty(),
                metadata.source().resolutions(),
                request.samples(),
                metadata.plan(),
                request.device());
        Placement placement =
                new Placement(features, embedding.positions(), metadata.plan().perplexity());
        return extraction.apply(faces, network).flatMap(found -> placement
                .place(found.points(), progress)
                .map(positions -> new PlacedFaces(name, found.labels(), found.rows(), positions)));
    }

    private String name(Embeddings kept, EmbeddingRequest request, String network) {
        return kept.names().stream()
                .filter(name -> {
                    EmbeddingMetadata metadata = kept.readMetadata(name);
                    return metadata.source().network().equals(network)
                            && EmbeddingRun.fits(metadata.source(), request)
                            && metadata.plan().perplexity() == request.plan().perplexity()
                            && Files.isRegularFile(kept.features(name));
                })
                .findFirst()
                .orElseThrow(this::noEmbedding);
    }

    private Problem noEmbedding() {
        return Problem.input(Texts.of("training.error.noEmbeddingToPlaceInto", experiment));
    }
}
