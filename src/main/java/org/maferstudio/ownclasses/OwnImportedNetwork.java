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
 * @param basis the experiment of the network
 */
record OwnImportedNetwork(Experiment basis, OwnExperiment.Request request) implements OwnNetwork {
    @Override
    public Recipe recipe() {
        return Recipe.DEFAULT.named(request.name());
    }

    @Override
    public UnaryOperator<ExperimentManifest> write(Experiment experiment) {
        Path base = basis.bestWeights();
        OnnxContract contract = basis.manifest().imported().orElseThrow();
        LinearClassifier classifier = OwnExperiment.variant(request).classifier();
        Path copy = experiment.checkpoints().resolve(Experiment.IMPORTED);
        OnnxNewClassifier changed = new OnnxNewClassifier(OnnxFile.read(base), contract);
        SafeFile.write(
                copy,
                beside -> changed.write(OwnNetwork.weight("", classifier), OwnNetwork.bias("", classifier), beside));
        Map<String, String> sums = Map.of("network", OwnNetwork.sum(copy), "base", OwnNetwork.sum(base));
        return manifest -> manifest.withImported(
                        request.classifier().contract(), changed.contract(), sums.get("network"))
                .withWeights(sums);
    }
}
