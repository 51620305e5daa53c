package org.maferstudio.training.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.network.BatchStatisticsClassifier;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.FlippedClassifier;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingData;

/**
 * Evaluates a network that is used in another way than it was trained, and saves the predictions as an experiment of
 * their own, so that both can be compared.
 */
public final class TestTimeEvaluation {
    /** The ways to use a network; {@link #id()} is the name on the command line. */
    public enum Method {
        /** Each image and its mirror image, see {@link FlippedClassifier}. */
        FLIP,
        /** Batch norms with the statistics of each batch, see {@link BatchStatisticsClassifier}. */
        BATCH_STATISTICS,
        /** Low images are resized back with Lanczos' kernel, which is sharper than that of training. */
        LANCZOS;

        /**
         * Returns the method with a name, see {@link #id()}.
         *
         * @throws Problem if there is none
         */
        public static Method of(String id) {
            return Arrays.stream(values())
                    .filter(method -> method.id().equals(id.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.input(Texts.of(
                            "training.testTime.error.method",
                            id,
                            Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", ")))));
        }

        /** Such as {@code batch-statistics}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private Classifier open(Experiment experiment, ComputeDevice device) {
            return switch (this) {
                case FLIP -> new FlippedClassifier(experiment.classifier(device));
                case BATCH_STATISTICS -> new BatchStatisticsClassifier(experiment.network(), device);
                case LANCZOS -> experiment.classifier(device);
            };
        }

        private Kernel enlarging(Kernel usual) {
            return this == LANCZOS ? Kernel.LANCZOS : usual;
        }
    }

    /** Statistics of fewer images are noisy; more need much memory. */
    private static final int BATCH = 256;

    private static final long SEED = 17;

    private final Experiment experiment;
    private final Method method;
    private final Progress progress;

    /** Creates an evaluation of one experiment. */
    public TestTimeEvaluation(Experiment experiment, Method method, Progress progress) {
        this.experiment = experiment;
        this.method = method;
        this.progress = progress;
    }

    /**
     * Evaluates, and adds the predictions to an experiment after each resolution.
     *
     * @param request without degradations
     * @param out a new folder, or one with other predictions of the same kind
     * @throws Problem if the network or the dataset is missing, they do not match, or the folder has
     *     another experiment
     */
    public Evaluation.Result run(Evaluation.Request request, Path out) {
        ExperimentManifest manifest = experiment.manifest();
        DatasetSource source = EvaluationTarget.source(experiment, request, progress);
        try (TrainingData data = TrainingData.open(
                source,
                dataset ->
                        Set.of(EvaluationTarget.of(manifest, request, dataset).split()),
                progress)) {
            return run(request, EvaluationTarget.of(manifest, request, data.dataset()), data, out);
        }
    }

    private Evaluation.Result run(Evaluation.Request request, EvaluationTarget asked, TrainingData data, Path out) {
        ComputeEngine engine = ComputeEngine.load(request.device().threadsHere());
        List<String> notes = new ArrayList<>();
        List<Predictions> done = new ArrayList<>();
        try (Classifier network = method.open(
                        experiment,
                        engine.device(DeviceChoice.of(request.device().device())));
                BatchLoader loader =
                        new BatchLoader(Math.min(8, request.device().threadsHere()))) {
            List<Sample> samples = asked.samplesOfKnownClasses(
                    data, new LabelSet(network.contract().labels()), notes);
            if (asked.testsOwn(experiment.manifest()) && !experiment.isBundle()) {
                experiment.update(ExperimentManifest::withTestEvaluation);
            }
            // Datasets are sorted by class, and a batch of one class would not be mixed.
            List<Sample> mixed = new ArrayList<>(samples);
            Collections.shuffle(mixed, new Random(SEED));
            Evaluator evaluator = new Evaluator(network.packer(), data.images(), loader, batch(samples.size()));
            Kernel kernel = experiment.manifest().recipe().schedule().kernel();
            for (Resolution resolution : request.resolutions()) {
                Evaluator.Question question = new Evaluator.Question(asked.split(), mixed, resolution, kernel)
                        .enlargedBy(method.enlarging(kernel));
                Optional<Evaluator.Answer> answer = evaluator.evaluate(network, question, progress);
                if (answer.isEmpty()) {
                    break;
                }
                Predictions predictions = inOrder(answer.get().predictions(), samples);
                ImportedExperiment.add(out, predictions, title(), data.dataset().name());
                done.add(predictions);
            }
        }
        return new Evaluation.Result(asked.split(), done, notes);
    }

    private String title() {
        return Texts.of(
                "training.testTime.title",
                method.id(),
                experiment.manifest().recipe().name());
    }

    /** The largest size up to {@link #BATCH} that fills all batches about equally. */
    private static int batch(int images) {
        int batches = (images + BATCH - 1) / BATCH;
        return (images + batches - 1) / batches;
    }

    private static Predictions inOrder(Predictions mixed, List<Sample> samples) {
        Map<String, Prediction> bySample = new HashMap<>();
        mixed.rows().forEach(row -> bySample.put(row.sample(), row));
        List<Prediction> rows =
                samples.stream().map(sample -> bySample.get(sample.id())).toList();
        return new Predictions(mixed.labels(), mixed.split(), mixed.resolution(), rows, mixed.valueNames());
    }
}
