package org.maferstudio.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.architecture.Outputs;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.WeightFile;

/**
 * The teacher of cross-resolution training: a fixed network in inference mode. It gets the images at native resolution,
 * prepared like the student's, and the distance between the student's features and its own is part of the loss.
 */
public final class FrozenTeacher implements AutoCloseable {
    private final Network network;
    private final double lambda;
    private final Optional<InputContract> own;

    /**
     * Creates a teacher that owns its network.
     *
     * @param lambda weight of the distance
     */
    public FrozenTeacher(Network network, double lambda) {
        this(network, lambda, Optional.empty());
    }

    private FrozenTeacher(Network network, double lambda, Optional<InputContract> own) {
        this.network = network;
        this.lambda = lambda;
        this.own = own;
    }

    /**
     * Checks that the teacher of a recipe can be loaded.
     *
     * @throws Problem if no file is given, it cannot be read, or it contains a different network than the student's
     */
    public static void check(Recipe recipe) {
        recipe.objective().teacher().file(recipe.network()).ifPresent(file -> weights(file, recipe));
    }

    /**
     * Loads the teacher of a recipe on a device; empty if it has none. The caller closes it.
     *
     * @throws Problem as {@link #check}
     */
    public static Optional<FrozenTeacher> of(Recipe recipe, ComputeDevice device) {
        Optional<Path> file = recipe.objective().teacher().file(recipe.network());
        return file.map(path -> {
            // Its classes are not used, so one is enough.
            WeightFile weights = weights(path, recipe);
            Network.Opened opened =
                    Network.open(recipe.network().spec(), 1, recipe.course().seed(), weights, device);
            return new FrozenTeacher(
                    opened.network(),
                    recipe.objective().teacher().lambda(),
                    NetworkFile.of(weights).map(NetworkFile::contract));
        });
    }

    private static WeightFile weights(Path file, Recipe recipe) {
        NetworkSpec student = recipe.network().spec();
        WeightFile weights = NetworkWeights.read(file, student.name()).weights();
        LoadReport report = LoadReport.of(student, 1, weights);
        if (!report.completeButClassifier()) {
            throw Problem.input(Texts.of(
                    "training.error.teacherMismatch", file, student.name(), student.channels(), report.sentence()));
        }
        return weights;
    }

    /** Whether, according to its file, it was trained on images prepared differently from the student's. */
    public boolean knowsAnotherInput(InputContract student) {
        return own.filter(mine -> mine.size() != student.size()
                        || mine.resize() != student.resize()
                        || mine.kernel() != student.kernel()
                        || mine.colour() != student.colour()
                        || mine.scale() != student.scale()
                        || !mine.std().equals(student.std())
                        || !mine.mean().equals(student.mean()))
                .isPresent();
    }

    /**
     * Computes its features, {@code (N, D)}. They belong to the input's manager and have no gradient.
     *
     * @param input {@code (N, C, H, W)}, images at native resolution
     */
    NDArray features(NDArray input) {
        Outputs outputs = network.infer(input);
        outputs.logits().close();
        return outputs.features();
    }

    /**
     * Lambda times the mean squared distance of each image's features, as in {@link #distance}, summed over the images.
     *
     * @param originals {@code (N, C, H, W)}, images at native resolution
     * @param side of the input, in pixels
     * @param student the student's outputs for the same N images
     */
    public double distances(float[] originals, int side, List<Recognition> student) {
        try (NDManager batch = network.manager().newSubManager();
                NDArray input = batch.create(
                        originals, new Shape(student.size(), network.spec().channels(), side, side));
                NDArray features = features(input)) {
            float[] own = features.toFloatArray();
            int width = own.length / student.size();
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                double difference = student.get(i / width).features()[i % width] - own[i];
                sum += difference * difference;
            }
            return lambda * sum / width;
        }
    }

    /**
     * Lambda times the mean squared distance over all N x D values, as in PyTorch's {@code mse_loss}: a scalar with a
     * gradient.
     *
     * @param student features {@code (N, D)}, whose manager owns the result
     * @param own features {@code (N, D)} of the same images
     */
    NDArray distance(NDArray student, NDArray own) {
        try (NDArray difference = student.sub(own);
                NDArray squares = difference.square();
                NDArray mean = squares.mean()) {
            return mean.mul(lambda);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
