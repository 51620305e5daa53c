package org.maferstudio.training.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.maferstudio.embedding.NeighbourhoodMetrics;
import org.maferstudio.embedding.Points;
import org.maferstudio.embedding.Tsne;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.Saving;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * Computes and saves an embedding of an experiment: features, positions and quality measures. When stopped, it saves
 * the current state. Saved features are reused.
 */
public final class EmbeddingRun {
    private static final String TENSOR = "features";
    private static final int NEIGHBOURS = 10;

    private final Experiment experiment;
    private final Progress progress;
    private final EmbeddingListener listener;

    /** Creates a computation for one experiment. */
    public EmbeddingRun(Experiment experiment, Progress progress, EmbeddingListener listener) {
        this.experiment = experiment;
        this.progress = progress;
        this.listener = listener;
    }

    /**
     * Computes the embedding; empty if a stop was requested before points could move.
     *
     * @throws Problem if the network or the dataset is missing, or there are too few or too many samples
     */
    public Optional<Embedding> run(EmbeddingRequest request) {
        return run(request, () -> new FeatureExtraction(experiment, Optional.empty(), progress)
                .run(request, network(experiment)));
    }

    /** Does the same on open data, which stay open. */
    public Optional<Embedding> run(EmbeddingRequest request, TrainingData data) {
        return run(request, () -> new FeatureExtraction(experiment, Optional.empty(), progress)
                .run(request, network(experiment), data));
    }

    private Optional<Embedding> run(EmbeddingRequest request, Supplier<Optional<DeepFeatures>> extraction) {
        if (Series.of(experiment).isPresent()) {
            throw Problem.input(Texts.of("training.error.seriesHasNoNetwork", experiment));
        }
        Optional<DeepFeatures> features = savedFeatures(request).or(extraction);
        if (features.isEmpty()) {
            return Optional.empty();
        }
        Saving saving = Saving.of(Texts.of("training.job.saving.embedding", experiment.folder()));
        try {
            return embedding(features.get(), request);
        } finally {
            saving.close();
        }
    }

    private Optional<Embedding> embedding(DeepFeatures found, EmbeddingRequest request) {
        listener.onFeatures(found.labels(), found.rows());
        Optional<Tsne> prepared = Tsne.of(found.points(), request.plan(), progress);
        if (prepared.isEmpty()) {
            return Optional.empty();
        }
        Tsne tsne = prepared.get();
        optimise(tsne, request);
        progress.report(-1, Texts.of("training.progress.neighbourhoods"));
        String name = request.name(found.source().split());
        Embedding embedding =
                new Embedding(name, found.labels(), metadata(found, tsne, request), found.rows(), tsne.positions());
        Embeddings kept = new Embeddings(experiment);
        saveFeatures(kept.features(name), found);
        kept.write(embedding);
        return Optional.of(embedding);
    }

    private void optimise(Tsne tsne, EmbeddingRequest request) {
        listener.onProgress(tsne.positions(), 0, tsne.cost());
        while (!tsne.isDone() && !progress.stopRequested()) {
            tsne.advance();
            listener.onProgress(tsne.positions(), tsne.iterations(), tsne.costAtLastCheck());
            progress.report(
                    (double) tsne.iterations() / request.plan().iterations(),
                    Texts.of(
                            "training.progress.tsne",
                            tsne.iterations(),
                            request.plan().iterations()));
        }
    }

    private static EmbeddingMetadata metadata(DeepFeatures features, Tsne tsne, EmbeddingRequest request) {
        Points points = features.points();
        Points positions = tsne.positions();
        int[] labels = features.labelOfEach();
        EmbeddingMetadata.Quality quality = new EmbeddingMetadata.Quality(
                NEIGHBOURS,
                NeighbourhoodMetrics.accuracy(points, labels, NEIGHBOURS),
                NeighbourhoodMetrics.accuracy(positions, labels, NEIGHBOURS),
                NeighbourhoodMetrics.silhouette(points, labels),
                NeighbourhoodMetrics.silhouette(positions, labels),
                NeighbourhoodMetrics.trustworthiness(points, positions, EmbeddingMetadata.TRUSTED));
        return new EmbeddingMetadata(
                features.source(),
                request.plan(),
                tsne.iterations(),
                tsne.isConverged(),
                tsne.cost(),
                tsne.components().varianceKept(),
                quality);
    }

    /** Reads saved features, if they belong to this network and these samples. */
    private Optional<DeepFeatures> savedFeatures(EmbeddingRequest request) {
        String network = network(experiment);
        Embeddings kept = new Embeddings(experiment);
        for (String name : kept.names()) {
            EmbeddingMetadata.Source source = kept.readMetadata(name).source();
            if (source.network().equals(network) && fits(source, request) && Files.isRegularFile(kept.features(name))) {
                Embedding embedding = kept.read(name);
                Points points = read(kept.features(name));
                if (points.size() == embedding.rows().size()) {
                    return Optional.of(new DeepFeatures(embedding.labels(), source, embedding.rows(), points));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether features are those that are requested. */
    static boolean fits(EmbeddingMetadata.Source source, EmbeddingRequest request) {
        int each = Math.max(1, request.samples() / request.resolutions().size());
        return request.split().map(source.split()::equals).orElseGet(() -> !source.split()
                        .equals(EmbeddingRequest.ALL_SPLITS))
                && source.resolutions().equals(request.resolutions())
                && source.samples() == Math.min(each, source.of())
                && source.seed() == request.seed();
    }

    /** The SHA-256 of the weights of an experiment. */
    static String network(Experiment experiment) {
        Path file = experiment.bestWeights();
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw Problem.input(Texts.of("training.error.bestWeightsUnreadable", file), e);
        }
    }

    private static void saveFeatures(Path file, DeepFeatures features) {
        int width = features.points().dimension();
        int size = features.points().size();
        float[] values = new float[size * width];
        for (int i = 0; i < size; i++) {
            System.arraycopy(features.points().rows()[i], 0, values, i * width, width);
        }
        Safetensors.write(
                file, WeightFile.of(List.of(Tensor.ofFloats(TENSOR, values, size, width)), Map.of("format", "pt")));
    }

    /** Reads saved features. */
    static Points read(Path file) {
        Tensor tensor = Safetensors.read(file).tensor(TENSOR);
        if (tensor.shape().size() != 2) {
            throw Problem.input(Texts.of("training.error.featuresNotTable", file));
        }
        int size = Math.toIntExact(tensor.shape().get(0));
        int width = Math.toIntExact(tensor.shape().get(1));
        float[] values = tensor.floats();
        float[][] rows = new float[size][width];
        for (int i = 0; i < size; i++) {
            System.arraycopy(values, i * width, rows[i], 0, width);
        }
        return new Points(rows);
    }
}
