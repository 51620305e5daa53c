package org.maferstudio.training.benchmark;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.Sample;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.job.Progress;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.recipe.PaperDataset;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.ImageSource;
import org.maferstudio.training.data.PixelLimits;
import org.maferstudio.training.data.TrainingBatches;
import org.maferstudio.training.data.TrainingData;

/**
 * Measures the speed of the data loader: how fast images are downsampled, augmented and packed.
 *
 * @param recipe of which dataset, schedule, augmentation, input, batch size and threads are used
 * @param faces how images are converted before measuring
 * @param epochs number of measured epochs, at least 1, after one warm-up epoch
 */
public record LoaderBenchmark(Recipe recipe, Faces faces, int epochs) {
    /** A fixed mean, because the true one does not affect the speed. */
    private static final double ANY_MEAN = 128;

    private static final int FER2013_SIDE = 48;

    /** The authors' transforms for FER2013: from 48 grey pixels to 224 in three channels. */
    public static final Recipe FER2013 =
            PaperDataset.FER2013.finetuning(PaperModel.OTHER).named("fer2013");

    /** How images are converted before measuring. */
    public enum Faces {
        AS_THEY_ARE,
        /** 48 grey pixels a side, as in FER2013. */
        AS_IN_FER2013
    }

    public LoaderBenchmark {
        if (epochs < 1) {
            throw new IllegalArgumentException("at least one epoch, got " + epochs);
        }
    }

    /**
     * The result, as medians over the epochs.
     *
     * @param imagesPerSecond of all threads together; NaN if stopped before the end of an epoch
     * @param threads number of loader threads
     */
    public record Speed(double imagesPerSecond, int threads) {
        /** Images a second that one thread packs. */
        public double perThread() {
            return imagesPerSecond / threads;
        }
    }

    /**
     * Packs every epoch and discards the result.
     *
     * @throws org.maferstudio.job.Problem if the dataset cannot be used
     */
    public Speed run(Progress progress) {
        int threads = recipe.machine().threadsHere();
        try (TrainingData data = TrainingData.toTrain(recipe.dataset(), PixelLimits.of(recipe.machine()), progress);
                BatchLoader loader = new BatchLoader(threads)) {
            if (!data.isComplete()) {
                return new Speed(Double.NaN, threads);
            }
            List<Sample> samples = data.samples(Sample.TRAIN);
            InputPacker packer = new InputPacker(contract(data.dataset().labels()));
            TrainingBatches batches = new TrainingBatches(recipe, samples, images(data.images(), samples), packer);
            double[] rates = new double[epochs];
            for (int epoch = 0; epoch <= epochs; epoch++) {
                progress.report(epoch / (epochs + 1.0), Texts.of("training.progress.loader", epoch, epochs));
                long start = System.nanoTime();
                if (!packed(loader, batches, epoch + 1, progress)) {
                    return new Speed(Double.NaN, threads);
                }
                if (epoch > 0) {
                    rates[epoch - 1] = samples.size() * 1e9 / (System.nanoTime() - start);
                }
            }
            return new Speed(Median.of(rates), threads);
        }
    }

    private ImageSource images(ImageSource found, List<Sample> samples) {
        if (faces == Faces.AS_THEY_ARE) {
            return found;
        }
        Map<String, RasterImage> small = new HashMap<>();
        for (Sample sample : samples) {
            RasterImage grey = found.of(sample).toGrey();
            small.put(sample.id(), Resampling.resize(grey, FER2013_SIDE, FER2013_SIDE, Kernel.BILINEAR));
        }
        return sample -> small.get(sample.id());
    }

    private InputContract contract(LabelSet labels) {
        int channels = recipe.network().colour().channels();
        return recipe.network().contract(labels, Collections.nCopies(channels, ANY_MEAN));
    }

    private static boolean packed(BatchLoader loader, TrainingBatches batches, int epoch, Progress progress) {
        try (BatchLoader.Batches all = loader.open(0, batches.plan().batches(), batches.epoch(epoch))) {
            while (all.hasNext()) {
                if (progress.stopRequested()) {
                    return false;
                }
                all.next();
            }
        }
        return true;
    }
}
