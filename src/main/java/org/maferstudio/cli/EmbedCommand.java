package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.DeviceOptions;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.embedding.TsneConfig;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.embedding.EmbeddingListener;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.training.embedding.EmbeddingRun;
import org.maferstudio.training.embedding.PlacementRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes t-SNE embeddings of an experiment's deep features. */
@Command(
        name = "embed",
        description = {
            "Compute a t-SNE embedding of an experiment's deep features.",
            "Computes the features before the classifier on one split, projects them to two "
                    + "dimensions, and reports quality measures. The result is saved in the experiment, "
                    + "under embeddings/. Ctrl+C stops and saves the current state."
        })
final class EmbedCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the experiment.")
    private Path folder;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description =
                    "Split to use, or all for all splits together (default: test if the dataset has one, otherwise "
                            + "validation).")
    private String split;

    @Option(
            names = {"--resolution", "--resolutions"},
            paramLabel = "RESOLUTION",
            split = ",",
            defaultValue = Resolution.NATIVE_ID,
            description = "Resolutions: native, or numbers of pixels. Several resolutions share one embedding "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<Resolution> resolutions;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "" + EmbeddingRequest.SAMPLES,
            description = "Maximum number of points, at least 4. The sample is stratified by class (default: "
                    + "${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--perplexity",
            paramLabel = "NUMBER",
            split = ",",
            defaultValue = "30",
            description = "Perplexity of t-SNE: approximate number of neighbours of a point. Several values "
                    + "compute one embedding each (default: ${DEFAULT-VALUE}).")
    private List<Double> perplexities;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            defaultValue = "0",
            description = "Learning rate of t-SNE. 0 is automatic, as in scikit-learn: number of points / 48, "
                    + "but at least 50 (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Maximum number of iterations. t-SNE ends earlier if it has converged (default: "
                    + "${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            split = ",",
            defaultValue = "17",
            description = "Random seed of the sample and of t-SNE. Several values compute one embedding each "
                    + "(default: ${DEFAULT-VALUE}).")
    private List<Long> seeds;

    @Option(
            names = "--place",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Dataset whose faces are placed into the embedding that was computed before with the same "
                    + "options. The embedding stays as it is; the places are saved under embeddings/placed/.")
    private List<String> place = List.of();

    @Mixin
    private DeviceOptions device;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EmbedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Experiment experiment = Experiment.open(folder);
        List<EmbeddingRequest> requests = requests(experiment);
        if (!place.isEmpty()) {
            return place(experiment, requests);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (EmbeddingRequest request : requests) {
            Optional<Embedding> made =
                    new EmbeddingRun(experiment, console.progress("embed"), EmbeddingListener.UNSEEN).run(request);
            if (made.isEmpty()) {
                break;
            }
            all.put(made.get().name(), object(made.get()));
            if (!json) {
                lines(made.get(), new Embeddings(experiment).folder()).forEach(console::print);
            }
            if (console.stopRequested()) {
                break;
            }
        }
        if (json) {
            console.json(all);
        }
        return console.stopRequested() ? ExitCode.STOPPED : ExitCode.DONE;
    }

    private int place(Experiment experiment, List<EmbeddingRequest> requests) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (EmbeddingRequest request : requests) {
            Optional<PlacedFaces> placed = new PlacementRun(experiment, console.progress("place"))
                    .run(request, DatasetSource.of(place.toArray(String[]::new)));
            if (placed.isEmpty()) {
                return ExitCode.STOPPED;
            }
            int count = placed.get().rows().size();
            Path file = new Embeddings(experiment).placed(placed.get().embedding());
            all.put(placed.get().embedding(), Map.of("placed", count, "file", file.toString()));
            if (!json) {
                console.print(String.format(Locale.ROOT, "%s: %,d faces placed", file, count));
            }
        }
        if (json) {
            console.json(all);
        }
        return ExitCode.DONE;
    }

    private List<EmbeddingRequest> requests(Experiment experiment) {
        List<EmbeddingRequest> requests = new ArrayList<>();
        try {
            for (double perplexity : perplexities) {
                for (long seed : seeds) {
                    requests.add(new EmbeddingRequest(
                            Optional.ofNullable(split),
                            resolutions,
                            samples,
                            new TsneConfig(perplexity, learningRate, iterations, TsneConfig.DEFAULT.components(), seed),
                            device.applyTo(experiment.manifest().recipe().machine())));
                }
            }
        } catch (IllegalArgumentException e) {
            throw Problem.input("Invalid embedding settings: " + e.getMessage() + ".", e);
        }
        return requests;
    }

    private static List<String> lines(Embedding embedding, Path place) {
        EmbeddingMetadata metadata = embedding.metadata();
        EmbeddingMetadata.Quality quality = metadata.quality();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s: %,d points of %,d samples, %d iterations%s, KL divergence %.3f nats, %.1f %% of "
                                + "the variance explained",
                        place.resolve(embedding.name() + ".csv"),
                        embedding.rows().size(),
                        metadata.source().of(),
                        metadata.iterations(),
                        metadata.settled() ? " (converged)" : "",
                        metadata.klDivergence(),
                        100 * metadata.varianceKept()),
                String.format(
                        Locale.ROOT,
                        "  %d nearest neighbours: accuracy %.4f on the features, %.4f in the plane",
                        quality.neighbours(),
                        quality.accuracy(),
                        quality.accuracyInPlane()),
                String.format(
                        Locale.ROOT,
                        "  silhouette: %.4f on the features, %.4f in the plane; trustworthiness, k = %d: %.4f",
                        quality.silhouette(),
                        quality.silhouetteInPlane(),
                        EmbeddingMetadata.TRUSTED,
                        quality.trustworthiness()));
    }

    private static Map<String, Object> object(Embedding embedding) {
        EmbeddingMetadata metadata = embedding.metadata();
        EmbeddingMetadata.Quality quality = metadata.quality();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("split", metadata.source().split());
        object.put(
                "resolutions",
                metadata.source().resolutions().stream().map(Resolution::id).toList());
        object.put("points", embedding.rows().size());
        object.put("samples_available", metadata.source().of());
        object.put("perplexity", metadata.plan().perplexity());
        object.put("seed", metadata.plan().seed());
        object.put("iterations", metadata.iterations());
        object.put("settled", metadata.settled());
        object.put("kl_divergence", metadata.klDivergence());
        object.put("variance_kept", metadata.varianceKept());
        object.put("neighbours", quality.neighbours());
        object.put("knn_accuracy", orNull(quality.accuracy()));
        object.put("knn_accuracy_in_plane", orNull(quality.accuracyInPlane()));
        object.put("silhouette", orNull(quality.silhouette()));
        object.put("silhouette_in_plane", orNull(quality.silhouetteInPlane()));
        object.put("trustworthiness_neighbours", EmbeddingMetadata.TRUSTED);
        object.put("trustworthiness", orNull(quality.trustworthiness()));
        return object;
    }

    /** JSON has no NaN. */
    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }
}
