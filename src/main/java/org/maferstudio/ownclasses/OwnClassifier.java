package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.results.Predictions;

/**
 * Classifiers for the user's classes on the features of one network.
 *
 * @param experiment the folder of the network's experiment
 * @param title the displayed name of that experiment
 * @param contract the network's input contract, with the user's classes
 * @param variants one per choice of training resolutions
 */
public record OwnClassifier(Path experiment, String title, InputContract contract, Map<TrainedAt, Variant> variants) {
    /**
     * A classifier, and how well those trained in the same way predict held-out samples.
     *
     * @param classifier trained on all samples
     * @param heldOut by cross-validation: for each resolution of {@link TrainedAt#RESOLUTIONS}, one prediction per
     *     sample, made by a classifier that was not trained on its block; empty if the samples do not suffice for it
     */
    public record Variant(LinearClassifier classifier, List<Predictions> heldOut) {
        public Variant {
            heldOut = List.copyOf(heldOut);
        }
    }

    public OwnClassifier {
        variants = Map.copyOf(variants);
    }

    /** The classifier that was trained at these resolutions. */
    public Variant at(TrainedAt resolutions) {
        return variants.get(resolutions);
    }
}
