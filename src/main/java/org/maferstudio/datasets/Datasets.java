package org.maferstudio.datasets;

import org.maferstudio.job.Progress;

/** Opens datasets: recognises the format, reads the samples, holds out a validation part, renames splits. */
public final class Datasets {
    private Datasets() {}

    /**
     * Opens a dataset.
     *
     * @throws org.maferstudio.job.Problem if nothing readable is there, or the classes of numbers are not said
     */
    public static Dataset open(DatasetSource source, Progress progress) {
        throw new IllegalStateException("to be written: " + source + progress);
    }
}
