package org.maferstudio.ui.networkimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.embedding.StratifiedSample;
import org.maferstudio.image.RasterImage;

/**
 * An image to try a network on.
 *
 * @param image as it is in the dataset
 * @param truth its class
 * @param title of its class, for display
 */
record CheckImage(RasterImage image, String truth, String title) {
    /** How many are tried. */
    static final int COUNT = 12;

    private static final long SEED = 17;

    /** Twelve images of a dataset, with the share that each class has there; drawn faces if there is none. */
    static List<CheckImage> of(Optional<Dataset> open) {
        Dataset dataset = open.filter(each -> !each.samples().isEmpty()).orElseGet(() -> DrawnFaces.dataset(SEED));
        int[] labels = dataset.samples().stream().mapToInt(Sample::label).toArray();
        List<CheckImage> images = new ArrayList<>();
        for (int index :
                IntStream.of(StratifiedSample.draw(labels, COUNT, SEED)).toArray()) {
            Sample sample = dataset.samples().get(index);
            images.add(new CheckImage(
                    sample.pixels().read(),
                    dataset.labels().name(sample.label()),
                    dataset.labels().title(sample.label())));
        }
        return images;
    }
}
