package org.maferstudio.training.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.Points;
import org.maferstudio.embedding.StratifiedSample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.ImageSource;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.training.evaluation.EvaluationTarget;
import org.maferstudio.training.evaluation.Evaluator;

/** Computes the deep features of a split with the selected network of an experiment. */
final class FeatureExtraction {
    private final Experiment experiment;
    private final Optional<DatasetSource> dataset;
    private final Progress progress;

    /**
     * Creates a computation.
     *
     * @param dataset empty for the network's own dataset
     */
    FeatureExtraction(Experiment experiment, Optional<DatasetSource> dataset, Progress progress) {
        this.experiment = experiment;
        this.dataset = dataset;
        this.progress = progress;
    }

    /**
     * Computes the features; empty if a stop was requested.
     *
     * @param sha256 the SHA-256 of the weights
     * @throws Problem if the network or the dataset is missing, or they do not match
     */
    Optional<DeepFeatures> run(EmbeddingRequest request, String sha256) {
        Evaluation.Request question = question(request);
        try (TrainingData data = TrainingData.open(
                EvaluationTarget.source(experiment, question, progress),
                opened -> targets(request, opened).stream()
                        .map(EvaluationTarget::split)
                        .collect(Collectors.toSet()),
                progress)) {
            return run(request, sha256, data);
        }
    }

    /** Does the same on open data, which stay open. */
    Optional<DeepFeatures> run(EmbeddingRequest request, String sha256, TrainingData data) {
        List<EvaluationTarget> targets = targets(request, data.dataset());
        String split = request.isOfAllSplits()
                ? EmbeddingRequest.ALL_SPLITS
                : targets.get(0).split();
        return run(
                request,
                sha256,
                new Faces(
                        split,
                        labels -> targets.stream()
                                .flatMap(target ->
                                        target.samplesOfKnownClasses(data, labels, new ArrayList<>()).stream())
                                .toList(),
                        all -> drawn(all, request),
                        data.images()));
    }

    /** Computes the features of one face, of any class; empty if a stop was requested. */
    Optional<DeepFeatures> run(EmbeddingRequest request, String sha256, Sample face) {
        return run(
                request,
                sha256,
                new Faces(face.split(), labels -> List.of(face), UnaryOperator.identity(), sample -> sample.pixels()
                        .read()));
    }

    /**
     * Which faces are included.
     *
     * @param split for display
     * @param all those of the network's classes
     * @param drawn chooses among these
     * @param images where their images come from
     */
    private record Faces(
            String split,
            Function<LabelSet, List<Sample>> all,
            UnaryOperator<List<Sample>> drawn,
            ImageSource images) {}

    private Optional<DeepFeatures> run(EmbeddingRequest request, String sha256, Faces faces) {
        ExperimentManifest manifest = experiment.manifest();
        DeviceConfig machine = request.device();
        String split = faces.split();
        Kernel kernel = manifest.recipe().schedule().kernel();
        List<EmbeddingRow> rows = new ArrayList<>();
        List<float[]> features = new ArrayList<>();
        try (Classifier network = experiment.classifier(
                        ComputeEngine.load(machine.threadsHere()).device(DeviceChoice.of(machine.device())));
                BatchLoader loader = new BatchLoader(Math.min(8, machine.threadsHere()))) {
            if (!network.hasFeatures()) {
                throw Problem.input(Texts.of("training.error.noFeatures", experiment));
            }
            LabelSet labels = new LabelSet(network.contract().labels());
            List<Sample> all = faces.all().apply(labels);
            List<Sample> drawn = faces.drawn().apply(all);
            Evaluator evaluator = new Evaluator(network.packer(), faces.images(), loader);
            for (Resolution resolution : request.resolutions()) {
                Optional<List<Recognition>> answers = evaluator.recognise(
                        network, new Evaluator.Question(split, drawn, resolution, kernel), progress);
                if (answers.isEmpty()) {
                    return Optional.empty();
                }
                for (int i = 0; i < drawn.size(); i++) {
                    rows.add(row(drawn.get(i), answers.get().get(i), resolution));
                    features.add(answers.get().get(i).features());
                }
            }
            EmbeddingMetadata.Source source = new EmbeddingMetadata.Source(
                    split, request.resolutions(), drawn.size(), all.size(), request.seed(), sha256);
            return Optional.of(new DeepFeatures(labels, source, rows, new Points(features.toArray(float[][]::new))));
        }
    }

    /** The splits that are included. */
    private List<EvaluationTarget> targets(EmbeddingRequest request, Dataset opened) {
        List<Optional<String>> splits = request.isOfAllSplits()
                ? opened.splits().stream().map(Optional::of).toList()
                : List.of(request.split());
        return splits.stream()
                .map(split -> new Evaluation.Request(dataset, split, request.resolutions(), request.device()))
                .map(question -> EvaluationTarget.of(experiment.manifest(), question, opened))
                .toList();
    }

    private Evaluation.Request question(EmbeddingRequest request) {
        return new Evaluation.Request(dataset, request.split(), request.resolutions(), request.device());
    }

    private static List<Sample> drawn(List<Sample> all, EmbeddingRequest request) {
        int most = Math.max(1, request.samples() / request.resolutions().size());
        int[] labels = all.stream().mapToInt(Sample::label).toArray();
        return Arrays.stream(StratifiedSample.draw(labels, most, request.seed()))
                .mapToObj(all::get)
                .toList();
    }

    private static EmbeddingRow row(Sample sample, Recognition answer, Resolution resolution) {
        int predicted = answer.predicted();
        return new EmbeddingRow(
                sample.id(),
                sample.group(),
                sample.label(),
                predicted,
                answer.probabilities()[predicted],
                resolution,
                sample.split());
    }
}
