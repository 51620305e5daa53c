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
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.WeightFile;

/**
 * The teacher of cross-resolution training: a fixed network in inference mode. It gets the images at native resolution,
 * prepared like the student's. The distance between the student's features and its own is part of the loss, and if the
 * recipe asks for it the divergence of the student's class probabilities from its own.
 */
public final class FrozenTeacher implements AutoCloseable {
    private final Network network;
    private final TeacherConfig config;
    private final Optional<InputContract> own;

    /**
     * Creates a teacher that owns its network.
     *
     * @param config weights of the distance and the divergence
     */
    public FrozenTeacher(Network network, TeacherConfig config) {
        this(network, config, Optional.empty());
    }

    private FrozenTeacher(Network network, TeacherConfig config, Optional<InputContract> own) {
        this.network = network;
        this.config = config;
        this.own = own;
    }

    /** What a teacher is made of. */
    private record Source(NetworkSpec spec, WeightFile weights, Optional<InputContract> contract) {}

    /**
     * Checks that the teacher of a recipe can be loaded.
     *
     * @throws Problem if no file is given, it cannot be read, or it contains a network that cannot teach the student
     */
    public static void check(Recipe recipe) {
        recipe.objective().teacher().file(recipe.network()).ifPresent(file -> source(file, recipe));
    }

    /**
     * Loads the teacher of a recipe on a device; empty if it has none. The caller closes it.
     *
     * @param labels the student's classes
     * @throws Problem as {@link #check}, or if it distils and the teacher has other classes
     */
    public static Optional<FrozenTeacher> of(Recipe recipe, List<String> labels, ComputeDevice device) {
        TeacherConfig config = recipe.objective().teacher();
        Optional<Path> file = config.file(recipe.network());
        return file.map(path -> {
            Source source = source(path, recipe);
            if (config.distils()) {
                checkClasses(path, source, labels);
            }
            // Unless it distils, its classes are not used, so one is enough.
            int classes = config.distils() ? labels.size() : 1;
            Network.Opened opened =
                    Network.open(source.spec(), classes, recipe.course().seed(), source.weights(), device);
            return new FrozenTeacher(opened.network(), config, source.contract());
        });
    }

    private static Source source(Path file, Recipe recipe) {
        NetworkSpec student = recipe.network().spec();
        // Only the features must have the student's shape: for class probabilities alone, another network can teach.
        NetworkSpec spec = recipe.objective().teacher().lambda() > 0
                ? student
                : NetworkFile.describe(file)
                        .map(NetworkFile::spec)
                        .filter(described -> described.channels() == student.channels())
                        .orElse(student);
        WeightFile weights = NetworkWeights.read(file, spec.name()).weights();
        LoadReport report = LoadReport.of(spec, 1, weights);
        if (!report.completeButClassifier()) {
            throw Problem.input(Texts.of(
                    "training.error.teacherMismatch", file, student.name(), student.channels(), report.sentence()));
        }
        return new Source(spec, weights, NetworkFile.of(weights).map(NetworkFile::contract));
    }

    private static void checkClasses(Path file, Source source, List<String> labels) {
        boolean same =
                source.contract().map(each -> each.labels().equals(labels)).orElse(true);
        if (!same
                || !LoadReport.of(source.spec(), labels.size(), source.weights())
                        .complete()) {
            throw Problem.input(Texts.of("training.error.teacherClasses", file, String.join(", ", labels)));
        }
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
     * Computes its features, {@code (N, D)}, and logits. They belong to the input's manager and have no gradient.
     *
     * @param input {@code (N, C, H, W)}, images at native resolution
     */
    Outputs outputs(NDArray input) {
        return network.infer(input);
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
                Outputs outputs = outputs(input)) {
            float[] own = outputs.features().toFloatArray();
            int width = own.length / student.size();
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                double difference = student.get(i / width).features()[i % width] - own[i];
                sum += difference * difference;
            }
            return config.lambda() * sum / width;
        }
    }

    /**
     * Its part of the loss, a scalar with a gradient whose owner is the manager of the student's outputs: {@link
     * #distance} of the features, plus {@link #divergence} if it distils.
     *
     * @param student outputs for N images
     * @param target its own outputs for the same images
     */
    NDArray loss(Outputs student, Outputs target) {
        if (!config.distils()) {
            return distance(student.features(), target.features());
        }
        if (config.lambda() == 0) {
            return divergence(student.logits(), target.logits());
        }
        try (NDArray ofFeatures = distance(student.features(), target.features());
                NDArray ofClasses = divergence(student.logits(), target.logits())) {
            return ofFeatures.add(ofClasses);
        }
    }

    /** Lambda times the mean squared distance over all N x D values, as in PyTorch's {@code mse_loss}. */
    private NDArray distance(NDArray student, NDArray target) {
        try (NDArray difference = student.sub(target);
                NDArray squares = difference.square();
                NDArray mean = squares.mean()) {
            return mean.mul(config.lambda());
        }
    }

    /**
     * The divergence of Kullback and Leibler between the class probabilities at a temperature T, multiplied by T squared
     * (Hinton et al. 2015, arXiv 1503.02531) and its weight: the mean over the images, as in PyTorch's {@code kl_div}
     * with {@code reduction="batchmean"}.
     */
    private NDArray divergence(NDArray student, NDArray target) {
        double t = config.temperature();
        double weight = config.distillation() * t * t / student.getShape().get(0);
        try (NDArray softened = student.div(t);
                NDArray ours = softened.logSoftmax(-1);
                NDArray softenedTarget = target.div(t);
                NDArray theirs = softenedTarget.logSoftmax(-1);
                NDArray probabilities = theirs.exp();
                NDArray difference = theirs.sub(ours);
                NDArray products = probabilities.mul(difference);
                NDArray sum = products.sum()) {
            return sum.mul((float) weight);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
