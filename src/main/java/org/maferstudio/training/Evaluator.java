package org.maferstudio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.Picture;
import org.maferstudio.job.Progress;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.InputPacker;
import org.maferstudio.network.Network;
import org.maferstudio.network.Recognition;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Lowering;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** Asks a network about samples, as they are or lowered to a resolution. */
final class Evaluator {
    /** Large enough to keep the processor busy, small enough for any memory that trains. */
    static final int BATCH = 64;

    private final InputPacker packer;
    private final Pictures pictures;
    private final BatchLoader loader;
    private final int batch;

    /** With the packer of the network's contract. */
    Evaluator(InputPacker packer, Pictures pictures, BatchLoader loader) {
        this(packer, pictures, loader, BATCH);
    }

    /** With so many pictures at once. */
    Evaluator(InputPacker packer, Pictures pictures, BatchLoader loader, int batch) {
        this.packer = packer;
        this.pictures = pictures;
        this.loader = loader;
        this.batch = batch;
    }

    /**
     * What to ask about.
     *
     * @param split its name
     * @param samples all of that split, in the dataset's order
     * @param resolution {@link Resolution#NATIVE} or a number of pixels
     * @param kernel for the lowering
     */
    record Question(String split, List<Sample> samples, Resolution resolution, Kernel kernel) {
        /** The picture at this resolution. */
        Picture at(Picture picture) {
            return resolution.isNative()
                    ? picture
                    : Lowering.lower(picture, resolution.pixels().getAsInt(), kernel);
        }
    }

    /**
     * What the network said.
     *
     * @param predictions one a sample, in order
     * @param meanLoss the mean plain cross entropy, in nats; NaN if there are no samples
     */
    record Answer(Predictions predictions, double meanLoss) {}

    /** Asks; empty if the progress asked to stop. */
    Optional<Answer> ask(Network network, Question question, Progress progress) {
        List<Prediction> rows = new ArrayList<>(question.samples().size());
        double[] loss = new double[1];
        boolean whole = each(network, question, progress, (sample, answer) -> {
            loss[0] -= answer.logProbability(sample.label());
            int predicted = answer.predicted();
            rows.add(new Prediction(
                    sample.id(),
                    sample.group(),
                    sample.label(),
                    predicted,
                    Prediction.kept(answer.probabilities(), predicted)));
        });
        if (!whole) {
            return Optional.empty();
        }
        LabelSet labels = new LabelSet(packer.contract().labels());
        Predictions predictions = new Predictions(labels, question.split(), question.resolution(), rows);
        return Optional.of(new Answer(predictions, loss[0] / rows.size()));
    }

    /** All that the network says of each sample, in order; empty if the progress asked to stop. */
    Optional<List<Recognition>> recognise(Network network, Question question, Progress progress) {
        List<Recognition> answers = new ArrayList<>(question.samples().size());
        boolean whole = each(network, question, progress, (sample, answer) -> answers.add(answer));
        return whole ? Optional.of(answers) : Optional.empty();
    }

    /** Hands out each answer, in order; false if the progress asked to stop. */
    private boolean each(
            Network network, Question question, Progress progress, BiConsumer<Sample, Recognition> receiver) {
        List<Sample> samples = question.samples();
        int batches = (samples.size() + batch - 1) / batch;
        int done = 0;
        try (Classifier classifier = new Classifier(network, packer.contract());
                BatchLoader.Batches ahead = loader.open(0, batches, number -> pack(question, number))) {
            while (ahead.hasNext()) {
                if (progress.stopRequested()) {
                    return false;
                }
                PackedBatch packed = ahead.next();
                for (Recognition answer : classifier.recognise(packed.input(), packed.size())) {
                    receiver.accept(samples.get(done++), answer);
                }
                progress.report(
                        (double) done / samples.size(),
                        Texts.of(
                                "training.at-of-images",
                                question.split(),
                                question.resolution(),
                                done,
                                samples.size()));
            }
        }
        return true;
    }

    private PackedBatch pack(Question question, int number) {
        int start = number * batch;
        int size = Math.min(batch, question.samples().size() - start);
        float[] input = new float[size * packer.length()];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            Sample sample = question.samples().get(start + i);
            Picture picture = packer.centre(packer.resized(question.at(pictures.of(sample))));
            packer.packCropped(picture, input, i * packer.length());
            labels[i] = sample.label();
        }
        return new PackedBatch(input, labels);
    }
}
