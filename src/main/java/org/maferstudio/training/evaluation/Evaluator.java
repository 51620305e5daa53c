package org.maferstudio.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.Sample;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.SampleValues;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.ImageSource;
import org.maferstudio.training.data.PackedBatch;
import org.maferstudio.training.loss.FrozenTeacher;

/** Runs inference on samples, at native resolution or downsampled. */
public final class Evaluator {
    /** Large enough to use the processor fully, small enough for any memory that suffices for training. */
    static final int BATCH = 64;

    private final InputPacker packer;
    private final ImageSource pictures;
    private final BatchLoader loader;
    private final int batch;

    /** Creates an evaluator with the packer of the network's contract. */
    public Evaluator(InputPacker packer, ImageSource pictures, BatchLoader loader) {
        this(packer, pictures, loader, BATCH);
    }

    /** Creates an evaluator with a batch size. */
    public Evaluator(InputPacker packer, ImageSource pictures, BatchLoader loader, int batch) {
        this.packer = packer;
        this.pictures = pictures;
        this.loader = loader;
        this.batch = batch;
    }

    /**
     * What to evaluate.
     *
     * @param split its name
     * @param samples all of that split, in the dataset's order
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @param kernel for the downsampling
     * @param enlarging the kernel with which low images are resized back, usually the same
     * @param degradation of the images before that; empty for none
     */
    public record Question(
            String split,
            List<Sample> samples,
            Resolution resolution,
            Kernel kernel,
            Kernel enlarging,
            Optional<Degradation> degradation) {
        /** A question about images without a degradation. */
        public Question(String split, List<Sample> samples, Resolution resolution, Kernel kernel) {
            this(split, samples, resolution, kernel, kernel, Optional.empty());
        }

        /** The same question about degraded images. */
        Question degradedBy(Degradation other) {
            return new Question(split, samples, resolution, kernel, enlarging, Optional.of(other));
        }

        /** The same question about images that are resized back with another kernel. */
        Question enlargedBy(Kernel other) {
            return new Question(split, samples, resolution, kernel, other, degradation);
        }

        /** The image of a sample as the network is to get it, before it is resized. */
        RasterImage of(Sample sample, RasterImage image) {
            RasterImage degraded =
                    degradation.map(each -> each.apply(image, sample.id())).orElse(image);
            if (resolution.isNative()) {
                return degraded;
            }
            RasterImage low = Downsampling.reduce(degraded, resolution.pixels().getAsInt(), kernel);
            return Resampling.resize(low, degraded.width(), degraded.height(), enlarging);
        }

        /** What is special about the images, for people: the degradation, otherwise the resolution. */
        private String condition() {
            return degradation.map(Degradation::title).orElse(resolution.id());
        }
    }

    /**
     * The result.
     *
     * @param predictions one per sample, in order
     * @param meanLoss the mean plain cross entropy, in nats; NaN if there are no samples
     * @param teacherTerm lambda times the mean squared distance from a teacher's features at native resolution; 0
     *     without a teacher
     */
    public record Answer(Predictions predictions, double meanLoss, double teacherTerm) {}

    /** Evaluates; empty if a stop was requested. */
    public Optional<Answer> evaluate(Network network, Question question, Progress progress) {
        return evaluate(network, question, Optional.empty(), progress);
    }

    /** Evaluates a network and optionally its teacher; empty if a stop was requested. */
    public Optional<Answer> evaluate(
            Network network, Question question, Optional<FrozenTeacher> teacher, Progress progress) {
        try (Classifier classifier = new EngineClassifier(network, packer.contract())) {
            return evaluate(classifier, question, teacher, progress);
        }
    }

    /** Evaluates a network of any kind; empty if a stop was requested. */
    public Optional<Answer> evaluate(Classifier classifier, Question question, Progress progress) {
        return evaluate(classifier, question, Optional.empty(), progress);
    }

    private Optional<Answer> evaluate(
            Classifier classifier, Question question, Optional<FrozenTeacher> teacher, Progress progress) {
        List<Prediction> rows = new ArrayList<>(question.samples().size());
        double[] loss = new double[1];
        double[] distance = new double[1];
        boolean whole = each(classifier, question, teacher.isPresent(), progress, (packed, samples, answers) -> {
            teacher.ifPresent(each -> distance[0] +=
                    each.distances(packed.originals(), packer.contract().size(), answers));
            for (int i = 0; i < answers.size(); i++) {
                loss[0] -= answers.get(i).logProbability(samples.get(i).label());
                rows.add(row(samples.get(i), answers.get(i)).with(values(classifier, samples.get(i), answers.get(i))));
            }
        });
        if (!whole) {
            return Optional.empty();
        }
        LabelSet labels = new LabelSet(packer.contract().labels());
        Predictions predictions =
                new Predictions(labels, question.split(), question.resolution(), rows, classifier.valueNames());
        return Optional.of(new Answer(predictions, loss[0] / rows.size(), distance[0] / rows.size()));
    }

    private static Prediction row(Sample sample, Recognition answer) {
        int predicted = answer.predicted();
        return new Prediction(
                sample.id(),
                sample.group(),
                sample.label(),
                predicted,
                Prediction.stored(answer.probabilities(), predicted));
    }

    private static SampleValues values(Classifier classifier, Sample sample, Recognition answer) {
        List<String> names = classifier.valueNames();
        if (names.isEmpty()) {
            return SampleValues.NONE;
        }
        Affect affect = sample.affect().get();
        float[] labels = new float[names.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = affect.label(names.get(i));
        }
        return new SampleValues(answer.values(), labels);
    }

    /** Receives a batch, its samples and the outputs for each. */
    @FunctionalInterface
    private interface Receiver {
        void accept(PackedBatch packed, List<Sample> samples, List<Recognition> answers);
    }

    /** All outputs for each sample, in order; empty if a stop was requested. */
    public Optional<List<Recognition>> recognise(Classifier classifier, Question question, Progress progress) {
        List<Recognition> answers = new ArrayList<>(question.samples().size());
        boolean whole = each(
                classifier, question, false, progress, (packed, samples, batchAnswers) -> answers.addAll(batchAnswers));
        return whole ? Optional.of(answers) : Optional.empty();
    }

    /** Passes on each output, in order; returns false if a stop was requested. */
    private boolean each(
            Classifier classifier, Question question, boolean originals, Progress progress, Receiver receiver) {
        List<Sample> samples = question.samples();
        int batches = (samples.size() + batch - 1) / batch;
        int done = 0;
        try (BatchLoader.Batches ahead = loader.open(0, batches, number -> pack(question, originals, number))) {
            while (ahead.hasNext()) {
                if (progress.stopRequested()) {
                    return false;
                }
                PackedBatch packed = ahead.next();
                List<Recognition> answers = classifier.recognise(packed.input(), packed.size());
                receiver.accept(packed, samples.subList(done, done + packed.size()), answers);
                done += packed.size();
                progress.report(
                        (double) done / samples.size(),
                        Texts.of(
                                "training.progress.evaluation",
                                question.split(),
                                question.condition(),
                                done,
                                samples.size()));
            }
        }
        return true;
    }

    private PackedBatch pack(Question question, boolean withOriginals, int number) {
        int start = number * batch;
        int size = Math.min(batch, question.samples().size() - start);
        float[] input = new float[size * packer.length()];
        float[] originals = new float[withOriginals ? input.length : 0];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            Sample sample = question.samples().get(start + i);
            RasterImage image = pictures.of(sample);
            packer.packCropped(packer.centre(packer.resized(question.of(sample, image))), input, i * packer.length());
            if (withOriginals) {
                packer.packCropped(packer.centre(packer.resized(image)), originals, i * packer.length());
            }
            labels[i] = sample.label();
        }
        return new PackedBatch(input, originals, labels, new float[0]);
    }
}
