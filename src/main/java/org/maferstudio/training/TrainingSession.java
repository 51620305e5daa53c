package org.maferstudio.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.maferstudio.datasets.Sample;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.BatchNormMode;
import org.maferstudio.network.architecture.Parameter;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.data.BatchLoader;
import org.maferstudio.training.data.TrainingBatches;
import org.maferstudio.training.data.TrainingData;
import org.maferstudio.training.evaluation.Evaluator;
import org.maferstudio.training.loss.CrossEntropy;
import org.maferstudio.training.loss.FrozenTeacher;
import org.maferstudio.training.loss.GradientStep;
import org.maferstudio.training.optimiser.Optimiser;
import org.maferstudio.training.optimiser.UpdateRule;
import org.maferstudio.training.optimiser.WeightAverage;
import org.maferstudio.weights.Tensor;

/** The objects of a training: network, optimiser, loss and batches. Owns their memory and threads. */
final class TrainingSession implements AutoCloseable {
    private final Recipe recipe;
    private final InputContract contract;
    private final Network network;
    private final Optional<FrozenTeacher> teacher;
    private final Optimiser optimiser;
    private final Optional<WeightAverage> average;
    private final GradientStep gradientStep;
    private final TrainingBatches batches;
    private final BatchLoader loader;
    private final Evaluator evaluator;
    private final List<Sample> validation;

    /** Creates a session on a device with random weights. */
    TrainingSession(Recipe recipe, TrainingData data, InputContract contract, ComputeDevice device) {
        this.recipe = recipe;
        this.contract = contract;
        List<Sample> train = data.samples(Sample.TRAIN);
        this.validation = data.samples(Sample.VALIDATION);
        InputPacker packer = new InputPacker(contract);
        this.batches = new TrainingBatches(recipe, train, data.images(), packer);
        this.network = Network.create(
                recipe.network().spec(),
                contract.labels().size(),
                recipe.course().seed(),
                device);
        this.teacher = FrozenTeacher.of(recipe, contract.labels(), device);
        boolean frozen = recipe.optimiser().rest() == 0;
        this.optimiser = new Optimiser(UpdateRule.of(recipe.optimiser()), trained(frozen), network.manager());
        double decay = recipe.optimiser().averageDecay();
        this.average = decay == 0
                ? Optional.empty()
                : Optional.of(new WeightAverage(decay, network.parameters(), network.manager()));
        int[] counts = new int[contract.labels().size()];
        train.forEach(sample -> counts[sample.label()]++);
        CrossEntropy loss = new CrossEntropy(
                recipe.objective().classWeights().weights(counts),
                recipe.objective().labelSmoothing());
        boolean running = frozen && recipe.network().frozenBatchNorms() == NetworkConfig.FrozenBatchNorms.RUNNING;
        this.gradientStep = new GradientStep(
                network, loss, teacher, running ? BatchNormMode.INFERENCE : BatchNormMode.TRAINING, contract.size());
        this.loader = new BatchLoader(Math.min(8, recipe.machine().threadsHere()));
        this.evaluator = new Evaluator(packer, data.images(), loader);
    }

    private List<Parameter> trained(boolean frozen) {
        List<Parameter> trained = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.trainable() && (!frozen || parameter.inClassifier())) {
                trained.add(parameter);
            }
        }
        return trained;
    }

    /** Restores a checkpoint. */
    void load(Checkpoints.Checkpoint checkpoint) {
        network.load(checkpoint.network().weights());
        optimiser.load(checkpoint.optimiser());
        average.ifPresent(each -> each.load(checkpoint.optimiser()));
    }

    /** Loads initial weights, except for a classifier with other classes. */
    LoadReport load(InitialWeights base) {
        return network.load(base.weights());
    }

    /** Loads a network's weights, such as those of the selected one. */
    void load(NetworkFile file) {
        network.load(file.weights());
    }

    /** The current network, as it is trained on. */
    NetworkFile networkFile() {
        return NetworkFile.of(network, contract);
    }

    /** The network that is evaluated and kept: the average of the weights if the recipe asks for it. */
    NetworkFile evaluatedFile() {
        return evaluated(this::networkFile);
    }

    /** Runs something while the network has the weights that are evaluated, see {@link #evaluatedFile()}. */
    <T> T evaluated(Supplier<T> evaluation) {
        return average.map(each -> each.during(evaluation)).orElseGet(evaluation);
    }

    /** Performs a step with the accumulated gradients at a learning rate of the classifier and of the rest. */
    void step(double classifierRate, double restRate) {
        optimiser.step(classifierRate, restRate);
        average.ifPresent(WeightAverage::update);
    }

    /** What the next step depends on, besides the network and the rates. */
    List<Tensor> optimiserState() {
        List<Tensor> state = new ArrayList<>(optimiser.state());
        average.ifPresent(each -> state.addAll(each.state()));
        return state;
    }

    Recipe recipe() {
        return recipe;
    }

    Network network() {
        return network;
    }

    /** Empty if the recipe has none. */
    Optional<FrozenTeacher> teacher() {
        return teacher;
    }

    GradientStep gradientStep() {
        return gradientStep;
    }

    TrainingBatches batches() {
        return batches;
    }

    BatchLoader loader() {
        return loader;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** The whole validation split. */
    List<Sample> validation() {
        return validation;
    }

    /** The samples of each validation: every n-th image, as configured. */
    List<Sample> validationDuringTraining() {
        int stride = recipe.course().validationStride();
        return IntStream.range(0, validation.size())
                .filter(i -> i % stride == 0)
                .mapToObj(validation::get)
                .toList();
    }

    /** A summary for the log. */
    String sentence() {
        boolean otherInput =
                teacher.filter(each -> each.knowsAnotherInput(contract)).isPresent();
        TeacherConfig taught = recipe.objective().teacher();
        Optional<Path> file = taught.file(recipe.network());
        return Texts.of(
                "training.log.network",
                network.spec().name(),
                network.spec().trainableCount(network.classes()),
                contract.size(),
                contract.colour().id(),
                recipe.course().batch(),
                recipe.course().accumulation(),
                batches.plan().steps(),
                file.isEmpty() ? "none" : otherInput ? "otherInput" : "teacher",
                file.orElse(null),
                taught.lambda());
    }

    @Override
    public void close() {
        loader.close();
        optimiser.close();
        average.ifPresent(WeightAverage::close);
        teacher.ifPresent(FrozenTeacher::close);
        network.close();
    }
}
