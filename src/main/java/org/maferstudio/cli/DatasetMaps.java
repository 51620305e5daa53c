package org.maferstudio.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.explain.ClassMaps;
import org.maferstudio.explain.Explainer;
import org.maferstudio.explain.Explanation;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

/** Maps averaged over the images of a dataset, for commands. */
final class DatasetMaps {
    /** Images that are looked at until there are enough of each class, in random order but the same each time. */
    private static final int MOST_IMAGES = 20_000;

    private static final long SEED = 17;

    private DatasetMaps() {}

    /**
     * Averages over images of a split that a network predicts as classes.
     *
     * @return as {@link ClassMaps#of}
     * @throws Problem if the dataset cannot be opened, or has no such split
     */
    static Map<Integer, List<Explanation>> of(
            Explainer explainer, DatasetSource source, String split, ClassMaps.Request request, Progress progress) {
        try (Dataset dataset = Datasets.open(source, progress)) {
            // Most datasets are sorted by class: the first images predicted as fear would be those of anger.
            List<Sample> samples = new ArrayList<>(dataset.samples(split));
            if (samples.isEmpty()) {
                throw Problem.input("The dataset has no split " + split + ". Choose one of "
                        + String.join(", ", dataset.splits()) + " with --split.");
            }
            Collections.shuffle(samples, new Random(SEED));
            Iterator<RasterImage> faces = samples.stream()
                    .limit(MOST_IMAGES)
                    .map(sample -> sample.pixels().read())
                    .iterator();
            return ClassMaps.of(explainer, faces, request, progress);
        }
    }
}
