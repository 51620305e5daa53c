package org.maferstudio.cli.options;

import java.util.Optional;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.recipe.PaperDataset;

/** The share of the training split that the paper's authors hold out if a dataset has no validation split. */
final class AuthorsValidation {
    /** For VGGFace2, used in the first step. */
    static final double FIRST_STEP = 0.02;

    private static final double RAFDB = 0.05;
    private static final double OULU_CASIA = 0.15;

    private AuthorsValidation() {}

    /** The share of the training split, 0 to 0.5; 0 for a dataset of which they hold nothing out. */
    static double share(Optional<PaperDataset> paper, Dataset dataset) {
        return paper.map(of -> switch (of) {
                    case RAFDB -> ofTrainAndTest(dataset);
                    case OULUCASIA -> dataset.splits().contains(Sample.TEST) ? 0 : OULU_CASIA;
                    case FER2013 -> 0.0;
                })
                .orElse(0.0);
    }

    /** The share of train that equals 5 % of train and test together; at most half of train. */
    private static double ofTrainAndTest(Dataset dataset) {
        return Math.min(0.5, RAFDB * (1 + (double) count(dataset, Sample.TEST) / count(dataset, Sample.TRAIN)));
    }

    private static long count(Dataset dataset, String split) {
        return dataset.samples().stream()
                .filter(sample -> sample.split().equals(split))
                .count();
    }
}
