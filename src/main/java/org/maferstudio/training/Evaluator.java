package org.maferstudio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
     * @param resolution {@link Predictions#NATIVE} or a number of pixels
     * @param kernel for the lowering
     */
    record Question(String split, List<Sample> samples, String resolution, Kernel kernel) {
        /** The picture at this resolution. */
        Picture at(Picture picture) {
            return resolution.equals(Predictions.NATIVE)
                    ? picture
                    : Lowering.lower(picture, Integer.parseInt(resolution), kernel);
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
        List<Sample> samples = question.samples();
        int batches = (samples.size() + batch - 1) / batch;
        List<Prediction> rows = new ArrayList<>(samples.size());
        double loss = 0;
        try (Classifier classifier = new Classifier(network, packer.contract());
                BatchLoader.Batches ahead = loader.open(0, batches, number -> pack(question, number))) {
            while (ahead.hasNext()) {
                if (progress.stopRequested()) {
                    return Optional.empty();
                }
                PackedBatch packed = ahead.next();
                List<Recognition> answers = classifier.recognise(packed.input(), packed.size());
                for (Recognition answer : answers) {
                    Sample sample = samples.get(rows.size());
                    loss -= answer.logProbability(sample.label());
                    int predicted = answer.predicted();
                    rows.add(new Prediction(
                            sample.id(),
                            sample.group(),
                            sample.label(),
                            predicted,
                            Prediction.kept(answer.probabilities(), predicted)));
                }
                progress.report(
                        (double) rows.size() / samples.size(),
                        String.format(
                                Locale.ROOT,
                                "%s at %s: %,d of %,d images",
                                question.split(),
                                question.resolution(),
                                rows.size(),
                                samples.size()));
            }
        }
        LabelSet labels = new LabelSet(packer.contract().labels());
        Predictions predictions = new Predictions(labels, question.split(), question.resolution(), rows);
        return Optional.of(new Answer(predictions, loss / rows.size()));
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
