package org.maferstudio.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkImport;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.recipe.NetworkConfig;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.WeightFile;

/** Loads networks from checkpoints of other programs: the base model's weights, then the checkpoint's. */
final class CheckpointNetwork {
    private final NetworkSpec spec;
    private final Optional<InitialWeights> base;
    private final Optional<String> prefix;

    /**
     * Creates a loader for checkpoints of one network.
     *
     * @param prefix of the names of the selected network; empty if a checkpoint contains one network
     * @throws Problem if the base model cannot be read, or is another network
     */
    CheckpointNetwork(NetworkConfig plan, Optional<String> prefix) {
        this.prefix = prefix;
        this.spec = plan.spec();
        this.base = InitialWeights.of(plan);
    }

    /**
     * Loads a checkpoint's network, which the caller closes.
     *
     * @param classes of the dataset to evaluate
     * @param notes receives what was read
     * @throws Problem if base and checkpoint together are not the whole network, or have other classes
     */
    Network open(Path checkpoint, List<String> classes, ComputeDevice device, List<String> notes) {
        NetworkWeights read = NetworkWeights.read(checkpoint, spec.name(), prefix);
        notes.addAll(read.notes());
        WeightFile below = base.map(InitialWeights::weights).orElse(read.weights());
        NetworkSpec own = base.isPresent() ? spec : read.asWide(spec);
        Network.Opened opened = Network.open(own, classes.size(), 0, below, device);
        Network network = opened.network();
        try {
            LoadReport report = base.isEmpty() ? opened.report() : network.load(read.weights());
            // The base supplies what the checkpoint lacks, but not what belongs to another network.
            if (base.isEmpty() || report.otherBody()) {
                NetworkImport.checkBody(report, checkpoint, own);
            }
            checkClassifier(checkpoint, classes, report);
            notes.add(Texts.of(
                    "training.note.checkpoint",
                    checkpoint,
                    read.found(),
                    report.sentence(),
                    report.complete() ? "whole" : "partial",
                    base.map(InitialWeights::file).orElse(null)));
            return network;
        } catch (Problem e) {
            network.close();
            throw e;
        }
    }

    private static void checkClassifier(Path checkpoint, List<String> classes, LoadReport report) {
        if (!report.classifierRead()) {
            throw Problem.input(Texts.of(
                    "training.error.checkpointClassifier",
                    checkpoint,
                    classes.size(),
                    String.join(", ", classes),
                    report.unchanged()));
        }
    }
}
