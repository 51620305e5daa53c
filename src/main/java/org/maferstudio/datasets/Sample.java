package org.maferstudio.datasets;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.maferstudio.datasets.saved.ImageOrigin;
import org.maferstudio.image.RasterImage;

/**
 * One labelled image of a dataset.
 *
 * @param id its name, independent of the location of the dataset: a path inside it such as {@code
 *     train/angry/Training_3908.jpg}, or {@code fer2013.csv#17}; no two samples share one
 * @param split {@code train}, {@code validation} or {@code test}
 * @param label its class in the dataset's label set
 * @param group whom or what it shows (a person, a video), so that groups stay together; empty if unknown
 * @param votes the share of each class, in the label set's order, where annotators disagreed: 0 to 1, together 1; empty
 *     if only the class is known
 * @param affect reads its labels of valence and arousal; safe for use from several threads
 * @param pixels where its pixels come from
 */
public record Sample(
        String id, String split, int label, String group, List<Double> votes, Supplier<Affect> affect, Pixels pixels) {
    /** Reads the pixels of one sample; safe for use from several threads. */
    @FunctionalInterface
    public interface Pixels {
        /**
         * Decodes the pixels.
         *
         * @throws org.maferstudio.job.Problem if they cannot be read
         */
        RasterImage read();

        /** Whether the EXIF data ask for the image to be rotated or mirrored, as {@link #read()} does; false if unknown. */
        default boolean isReoriented() {
            return false;
        }

        /** The file they are in, by which a change of them is noticed without decoding; empty if there is none. */
        default Optional<ImageOrigin> origin() {
            return Optional.empty();
        }
    }

    public Sample {
        votes = List.copyOf(votes);
    }

    /** A sample of which only the class is known. */
    public Sample(String id, String split, int label, String group, Pixels pixels) {
        this(id, split, label, group, List.of(), () -> Affect.NONE, pixels);
    }

    /** The training split. */
    public static final String TRAIN = "train";

    /** The validation split, used to select a network. */
    public static final String VALIDATION = "validation";

    /** The split for the final evaluation. */
    public static final String TEST = "test";

    /** Whether a split is a test set: one that is used neither for training nor for model selection. */
    public static boolean isTestSet(String split) {
        return !split.equals(TRAIN) && !split.equals(VALIDATION);
    }

    /** Returns this sample in another split. */
    public Sample in(String otherSplit) {
        return new Sample(id, otherSplit, label, group, votes, affect, pixels);
    }

    /** Returns this sample with its class in another label set, and without votes. */
    public Sample labelled(int otherLabel) {
        return new Sample(id, split, otherLabel, group, List.of(), affect, pixels);
    }
}
