package org.maferstudio.ownclasses;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.files.Sha256;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;

/** The network of a saved experiment: that of another experiment with a new classifier. */
interface OwnNetwork {
    /**
     * The network of an experiment with the classifier that is to be saved.
     *
     * @throws Problem if the experiment has no network
     */
    static OwnNetwork of(Experiment basis, OwnExperiment.Request request) {
        Path weights = basis.bestWeights();
        return basis.manifest()
                .imported()
                .<OwnNetwork>map(contract -> OwnImportedNetwork.of(weights, contract, request))
                .orElseGet(() -> new OwnEngineNetwork(weights, basis.network(), request));
    }

    /** How it was trained, as far as a recipe can say it. */
    Recipe recipe();

    /**
     * Writes it into a new experiment.
     *
     * @return adds what the manifest says about it
     * @throws Problem if it cannot be written
     */
    UnaryOperator<ExperimentManifest> write(Experiment experiment);

    /** The SHA-256 of a file of weights. */
    static String sum(Path weights) {
        try {
            return Sha256.of(weights);
        } catch (IOException e) {
            throw Problem.input(Texts.of("ownclasses.save.error.base", weights), e);
        }
    }

    /** The weights of a classifier under a name, {@code (classes, features)}. */
    static Tensor weight(String name, LinearClassifier classifier) {
        int classes = classifier.biases().length;
        int width = classifier.weights()[0].length;
        float[] flat = new float[classes * width];
        for (int label = 0; label < classes; label++) {
            System.arraycopy(classifier.weights()[label], 0, flat, label * width, width);
        }
        return Tensor.ofFloats(name, flat, classes, width);
    }

    /** The biases of a classifier under a name. */
    static Tensor bias(String name, LinearClassifier classifier) {
        return Tensor.ofFloats(name, classifier.biases(), classifier.biases().length);
    }
}
