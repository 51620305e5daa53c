package org.maferstudio.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.network.weights.NetworkWeights;
import org.maferstudio.network.weights.StructureMatch;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * A network imported from a weight file of any origin, complete except possibly for its classifier; the caller closes
 * it.
 *
 * @param network with the classes of the file's classifier, or one class if there is none
 * @param report what happened to each parameter
 * @param found what the file is, for display
 * @param notes for the user on which weights of the file were used
 * @param contract its input contract; empty if another program has written the file
 */
public record NetworkImport(
        Network network, LoadReport report, String found, List<String> notes, Optional<InputContract> contract)
        implements AutoCloseable {
    public NetworkImport {
        notes = List.copyOf(notes);
    }

    /**
     * Opens the network of a file. Files of this program name their network; otherwise its width and classes are
     * derived from the arrays.
     *
     * @param name of the network, for a file of another program
     * @param prefix of the names of the selected network; empty if the file contains one network
     * @throws Problem if the file cannot be read, or does not contain that network
     */
    public static NetworkImport open(Path file, String name, Optional<String> prefix, ComputeDevice device) {
        NetworkWeights read = NetworkWeights.read(file, name, prefix);
        WeightFile weights = read.weights();
        Optional<NetworkFile> own = NetworkFile.of(weights);
        NetworkSpec spec = own.map(NetworkFile::spec).orElseGet(() -> specOf(file, name, read));
        Optional<Tensor> classifier = read.find(spec, Blueprint.classifierWeight());
        int classes = classifier
                .filter(tensor -> StructureMatch.squeezed(tensor.shape()).size() == 2
                        && tensor.shape().get(0) > 0)
                .map(tensor -> Math.toIntExact(tensor.shape().get(0)))
                .orElse(1);
        Network.Opened opened = Network.open(spec, classes, 0, weights, device);
        try {
            checkBody(opened.report(), file, spec);
        } catch (Problem e) {
            opened.network().close();
            throw e;
        }
        return new NetworkImport(
                opened.network(), opened.report(), read.found(), read.notes(), own.map(NetworkFile::contract));
    }

    /**
     * Rejects a file that lacks more of a network than its classifier.
     *
     * @param report what happened, or would happen, to each parameter
     * @throws Problem that names the first array that is missing or has another shape
     */
    public static void checkBody(LoadReport report, Path file, NetworkSpec spec) {
        if (report.completeButClassifier()) {
            return;
        }
        LoadReport.Entry first = report.entries().stream()
                .filter(entry -> !entry.taken() && !Blueprint.isClassifier(entry.name()))
                .findFirst()
                .orElseThrow();
        throw Problem.input(Texts.of(
                "network.import.error.otherNetwork",
                file,
                spec.name(),
                report.sentence(),
                first.name(),
                first.sentence()));
    }

    private static NetworkSpec specOf(Path file, String name, NetworkWeights read) {
        NetworkSpec usual = NetworkSpec.of(name, NetworkSpec.COLOURS);
        String stem = Blueprint.of(usual).stemWeight();
        List<Long> shape = read.find(usual, stem)
                .map(Tensor::shape)
                .filter(sizes -> sizes.size() == 4)
                .orElse(List.of());
        if (shape.isEmpty()) {
            throw Problem.input(Texts.of("network.import.error.noStem", file, name, stem));
        }
        return read.spec(name)
                .orElseThrow(() -> Problem.input(Texts.of("network.import.error.stemShape", file, name, stem, shape)));
    }

    /** Whether the file had a classifier. */
    public boolean hasClassifier() {
        return report.complete();
    }

    @Override
    public void close() {
        network.close();
    }
}
