package org.maferstudio.training;

import org.maferstudio.datasets.Sample;
import org.maferstudio.image.RasterImage;

/** Where the images of samples come from; safe for use from several threads. */
@FunctionalInterface
interface ImageSource {
    /**
     * The image of a sample, as it is in the dataset.
     *
     * @throws org.maferstudio.job.Problem if it cannot be read
     */
    RasterImage of(Sample sample);
}
