package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.network.export.OnnxNewClassifier;
import org.maferstudio.network.onnx.OnnxContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.recipe.Recipe;

/**
 * A network of another program with a new classifier, in a copy of its ONNX file.
 *
 * @param base the file of the network
 * @param changed makes the copy
 */
record OwnImportedNetwork(Path base, OnnxNewClassifier changed, OwnExperiment.Request request) implements OwnNetwork {
    static OwnImportedNetwork of(Path base, OnnxContract contract, OwnExperiment.Request request) {
        return new OwnImportedNetwork(base, new OnnxNewClassifier(OnnxFile.read(base), contract), request);
    }

    @Override
    public Recipe recipe() {
        return Recipe.DEFAULT.named(request.name());
    }

    @Override
    public UnaryOperator<ExperimentManifest> write(Experiment experiment) {
        LinearClassifier classifier = OwnExperiment.variant(request).classifier();
        Path copy = experiment.checkpoints().resolve(Experiment.IMPORTED);
        SafeFile.write(
                copy,
                beside -> changed.write(
                        OwnNetwork.weight("weight", classifier), OwnNetwork.bias("bias", classifier), beside));
        Map<String, String> sums = Map.of("network", OwnNetwork.sum(copy), "base", OwnNetwork.sum(base));
        return manifest -> manifest.withImported(
                        request.classifier().contract(), changed.contract(), sums.get("network"))
                .withWeights(sums);
    }
}
