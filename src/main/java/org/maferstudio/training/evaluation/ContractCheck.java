package org.maferstudio.training.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.StratifiedSample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.onnx.OnnxClassifier;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.network.onnx.Scaling;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.recipe.DeviceConfig;
import org.maferstudio.results.ClassOrderCheck;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingData;

/**
 * Tests the contract of an imported network on labelled images: under the stated order of labels and the one that fits
 * best, and with pixels scaled and ordered in the usual other ways.
 */
public final class ContractCheck {
    /** Enough for a standard error of three points, few enough for some minutes with large networks. */
    private static final int MOST_IMAGES = 300;

    private static final long SEED = 17;

    /** How much more accurate another scaling has to be: three standard errors. */
    private static final double GAIN = 0.1;

    private final Path network;
    private final StatedContract contract;
    private final BiFunction<Dataset, DatasetSource, EvaluationTarget> target;
    private final DeviceConfig device;
    private final Progress progress;

    private ContractCheck(
            Path network,
            StatedContract contract,
            BiFunction<Dataset, DatasetSource, EvaluationTarget> target,
            DeviceConfig device,
            Progress progress) {
        this.network = network;
        this.contract = contract;
        this.target = target;
        this.device = device;
        this.progress = progress;
    }

    /**
     * Creates a check of an experiment whose network was imported.
     *
     * @throws Problem if it was not
     */
    public ContractCheck(Experiment experiment, DeviceConfig device, Progress progress) {
        this(
                experiment.bestWeights(),
                stated(experiment),
                (dataset, source) -> EvaluationTarget.of(experiment.manifest(), request(source, device), dataset),
                device,
                progress);
    }

    /** Creates a check of a network that is not imported yet. */
    public ContractCheck(Path network, StatedContract contract, DeviceConfig device, Progress progress) {
        this(network, contract, (dataset, source) -> EvaluationTarget.ofOther(dataset), device, progress);
    }

    private static StatedContract stated(Experiment experiment) {
        ExperimentManifest manifest = experiment.manifest();
        OnnxContract outputs = manifest.imported()
                .orElseThrow(() -> Problem.input(Texts.of("training.contractCheck.error.notImported", experiment)));
        return new StatedContract(manifest.input().orElseThrow(), outputs);
    }

    /**
     * How well a way of preparing images does.
     *
     * @param title of the preparation; empty for the contract's
     * @param contract with that preparation
     * @param predictions on the images
     */
    public record Variant(String title, InputContract contract, Predictions predictions) {
        /** Accuracy under the stated labels, 0 to 1. */
        public double accuracy() {
            ConfusionMatrix matrix = ConfusionMatrix.of(predictions);
            return (double) matrix.correct() / matrix.total();
        }

        /** A better order of the labels, if there is one. */
        public Optional<ClassOrderCheck.Finding> order() {
            return ClassOrderCheck.ofPredicted(ConfusionMatrix.of(predictions));
        }

        /** Accuracy under the stated labels, or the order that fits much better, 0 to 1. */
        public double bestAccuracy() {
            return order().map(ClassOrderCheck.Finding::accuracy).orElse(accuracy());
        }

        /** The number of classes that are predicted at all. */
        public int predictedClasses() {
            return (int) predictions.rows().stream()
                    .mapToInt(row -> row.predicted())
                    .distinct()
                    .count();
        }
    }

    /**
     * The result.
     *
     * @param images number of images
     * @param stated with the contract's preparation
     * @param others with other preparations, most accurate first
     */
    public record Result(int images, Variant stated, List<Variant> others) {
        /** The preparation that is much more accurate than the contract's; empty if the contract's is good. */
        public Optional<Variant> better() {
            return others.stream()
                    .findFirst()
                    .filter(variant -> variant.bestAccuracy() >= stated.bestAccuracy() + GAIN);
        }
    }

    private static Evaluation.Request request(DatasetSource source, DeviceConfig device) {
        return new Evaluation.Request(Optional.of(source), Optional.empty(), List.of(Resolution.NATIVE), device);
    }

    /**
     * Runs the check on at most 300 images, with the same share of each class; empty if a stop was requested.
     *
     * @throws Problem if the network cannot run, or has no class of the dataset
     */
    public Optional<Result> run(DatasetSource source) {
        try (TrainingData data = TrainingData.open(
                        source, dataset -> Set.of(target.apply(dataset, source).split()), progress);
                BatchLoader loader = new BatchLoader(Math.min(8, device.threadsHere()))) {
            EvaluationTarget split = target.apply(data.dataset(), source);
            List<Sample> samples = drawn(split.samplesOfKnownClasses(
                    data, new LabelSet(contract.input().labels()), new ArrayList<>()));
            Evaluator.Question question =
                    new Evaluator.Question(split.split(), samples, Resolution.NATIVE, Kernel.BILINEAR);
            List<Variant> done = new ArrayList<>();
            List<Preparation> preparations = preparations(contract.input());
            // All preparations give inputs of the same shape, so the network is opened once.
            try (Classifier classifier = OnnxClassifier.open(
                    network,
                    contract.input(),
                    contract.onnx(),
                    ComputeEngine.load(device.threadsHere()).device(DeviceChoice.of(device.device())),
                    progress)) {
                for (Preparation preparation : preparations) {
                    Evaluator evaluator = new Evaluator(new InputPacker(preparation.contract()), data.images(), loader);
                    Optional<Variant> variant = evaluator
                            .evaluate(classifier, question, part(done.size(), preparations.size()))
                            .map(answer ->
                                    new Variant(preparation.title(), preparation.contract(), answer.predictions()));
                    if (variant.isEmpty()) {
                        return Optional.empty();
                    }
                    done.add(variant.get());
                }
            }
            List<Variant> others = done.subList(1, done.size()).stream()
                    .sorted(Comparator.comparingDouble(Variant::bestAccuracy).reversed())
                    .toList();
            return Optional.of(new Result(samples.size(), done.get(0), others));
        }
    }

    /** The progress of one of several evaluations. */
    private Progress part(int index, int count) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                progress.report((index + Math.max(0, fraction)) / count, message);
            }

            @Override
            public boolean stopRequested() {
                return progress.stopRequested();
            }
        };
    }

    private static List<Sample> drawn(List<Sample> all) {
        int[] labels = all.stream().mapToInt(Sample::label).toArray();
        return IntStream.of(StratifiedSample.draw(labels, MOST_IMAGES, SEED))
                .mapToObj(all::get)
                .toList();
    }

    private record Preparation(String title, InputContract contract) {}

    /** The contract's own first. */
    private static List<Preparation> preparations(InputContract stated) {
        List<Preparation> all = new ArrayList<>(List.of(new Preparation("", stated)));
        for (Colour colour : colours(stated.colour())) {
            for (Scaling scaling : Scaling.values()) {
                InputContract contract = scaling.of(stated.withColour(colour));
                if (all.stream().noneMatch(each -> each.contract().equals(contract))) {
                    all.add(new Preparation(colour.id() + ", " + scaling.title(), contract));
                }
            }
        }
        return all;
    }

    private static List<Colour> colours(Colour stated) {
        return stated.channels() == 1
                ? List.of(stated)
                : Arrays.stream(Colour.values())
                        .filter(colour -> colour.channels() == stated.channels())
                        .toList();
    }
}
