package org.maferstudio.datasets;

import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.fixture.StepTimes;
import org.maferstudio.job.Progress;

/**
 * Opens a dataset as a training does: lists it, learns of each image whether it can be read, and computes the fingerprint.
 * Prints seconds, seconds of the processors, which other programs change less, and peak memory. A second run finds the
 * index of the first one in the cache folder (on Linux {@code XDG_CACHE_HOME}).
 *
 * <p>Argument: a folder, zip or csv.
 */
final class OpeningBenchmark {
    private OpeningBenchmark() {}

    public static void main(String[] args) {
        StepTimes times = new StepTimes();
        try (Dataset dataset = Datasets.open(DatasetSource.of(args[0]), Progress.NONE)) {
            times.end("listed " + dataset.samples().size() + " images");
            PixelCache cache = PixelCache.fill(dataset.samples(), Progress.NONE);
            times.end("learnt of each image");
            String fingerprint = Fingerprint.of(dataset, cache);
            times.end("computed the fingerprint " + fingerprint.substring(0, 8));
            times.together();
        }
        StepTimes.printPeak();
    }
}
