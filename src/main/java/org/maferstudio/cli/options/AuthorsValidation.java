package org.maferstudio.cli.options;

import java.util.Optional;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.recipe.PaperDataset;

/** The share of train that the paper's authors hold out where a dataset has no validation part. */
final class AuthorsValidation {
    /** Of VGGFace2, on which the first step is trained. */
    static final double FIRST_STEP = 0.02;

    private static final double RAFDB = 0.05;
    private static final double OULU_CASIA = 0.15;

    private AuthorsValidation() {}

    /** The share of train, 0 to 0.5; 0 for a dataset of which they hold nothing out. */
    static double share(Optional<PaperDataset> paper, Dataset dataset) {
        return paper.map(of -> switch (of) {
                    case RAFDB -> ofTrainAndTest(dataset);
                    case OULUCASIA -> dataset.splits().contains(Sample.TEST) ? 0 : OULU_CASIA;
                    case FER2013 -> 0.0;
                })
                .orElse(0.0);
    }

    /** So much of train that it is 5 % of train and test together; at most half of train. */
    private static double ofTrainAndTest(Dataset dataset) {
        return Math.min(0.5, RAFDB * (1 + (double) count(dataset, Sample.TEST) / count(dataset, Sample.TRAIN)));
    }

    private static long count(Dataset dataset, String split) {
        return dataset.samples().stream()
                .filter(sample -> sample.split().equals(split))
                .count();
    }
}
