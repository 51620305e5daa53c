package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.recipe.OptimiserConfig;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * A network of this program with a new classifier.
 *
 * @param weights the file of the network
 * @param base its content
 */
record OwnEngineNetwork(Path weights, NetworkFile base, OwnExperiment.Request request) implements OwnNetwork {
    /** The base network, frozen but for its classifier. */
    @Override
    public Recipe recipe() {
        NetworkConfig known = NetworkConfig.of(base.spec(), request.classifier().contract());
        OptimiserConfig usual = OptimiserConfig.DEFAULT;
        OptimiserConfig frozen = new OptimiserConfig(
                usual.algorithm(),
                usual.learningRate(),
                0.0,
                usual.weightDecay(),
                usual.momentum(),
                usual.nesterov(),
                usual.beta1(),
                usual.beta2(),
                usual.amsgrad());
        return new Recipe(
                request.name(),
                DatasetSource.of(OwnExperiment.DATASET),
                withBase(known),
                Recipe.DEFAULT.schedule(),
                Recipe.DEFAULT.augmentation(),
                frozen,
                Recipe.DEFAULT.learningRate(),
                Recipe.DEFAULT.objective(),
                Recipe.DEFAULT.course(),
                Recipe.DEFAULT.machine(),
                TrainedAt.RESOLUTIONS.stream()
                        .filter(resolution -> !resolution.isNative())
                        .map(resolution -> resolution.pixels().orElseThrow())
                        .toList());
    }

    private NetworkConfig withBase(NetworkConfig network) {
        return new NetworkConfig(
                network.name(),
                network.size(),
                network.resize(),
                network.kernel(),
                network.colour(),
                network.mean(),
                network.scale(),
                weights.toString(),
                network.batchNormMomentum(),
                network.frozenBatchNorms(),
                network.baseModel(),
                network.std(),
                network.alignment(),
                network.faceMargin(),
                network.width());
    }

    @Override
    public UnaryOperator<ExperimentManifest> write(Experiment experiment) {
        LinearClassifier classifier = OwnExperiment.variant(request).classifier();
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : base.weights().tensors().values()) {
            if (tensor.name().equals(Blueprint.classifierWeight())) {
                tensors.add(OwnNetwork.weight(tensor.name(), classifier));
            } else if (tensor.name().equals(Blueprint.classifierBias())) {
                tensors.add(OwnNetwork.bias(tensor.name(), classifier));
            } else {
                tensors.add(tensor);
            }
        }
        NetworkFile.of(base.spec(), request.classifier().contract(), WeightFile.of(tensors, Map.of()))
                .write(experiment.checkpoints().resolve("best.safetensors"));
        Map<String, String> sums = Map.of("base", OwnNetwork.sum(weights));
        return manifest ->
                manifest.withWeights(sums).with(new ExperimentManifest.State(RunStatus.FINISHED, 0, 0, null, ""));
    }
}
