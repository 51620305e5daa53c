package org.maferstudio.training;

import org.maferstudio.datasets.Sample;
import org.maferstudio.image.RasterImage;

/** Provides the images of samples. Thread-safe. */
@FunctionalInterface
interface ImageSource {
    /**
     * Returns the unmodified image of a sample.
     *
     * @throws org.maferstudio.job.Problem if it cannot be read
     */
    RasterImage of(Sample sample);
}
