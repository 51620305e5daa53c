package org.maferstudio.training.data;

import org.maferstudio.datasets.Sample;
import org.maferstudio.image.RasterImage;

/** Provides the images of samples. Thread-safe. */
@FunctionalInterface
public interface ImageSource {
    /**
     * Returns the unmodified image of a sample.
     *
     * @throws org.maferstudio.job.Problem if it cannot be read
     */
    RasterImage of(Sample sample);
}
