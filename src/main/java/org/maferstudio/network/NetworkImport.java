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
 * A network from a weight file of any origin, whole but perhaps for its classifier; the caller closes it.
 *
 * @param network with as many classes as the file's classifier, or one where it has none
 * @param report what happened to each parameter
 * @param found what the file is, for display
 * @param notes what the user should know about which weights of the file were taken
 * @param contract what its input must be; empty if another program has written the file, which cannot say
 */
public record NetworkImport(
        Network network, LoadReport report, String found, List<String> notes, Optional<InputContract> contract)
        implements AutoCloseable {
    public NetworkImport {
        notes = List.copyOf(notes);
    }

    /**
     * Opens the network of a file. Which it is, the file says where this program has written it; otherwise its width
     * and its classes are read off the arrays.
     *
     * @param name the network that a file of another program is taken for
     * @param prefix what stands before the names of the network that is meant; empty if the file holds one network
     * @throws Problem if the file cannot be read, or does not hold that network
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
     * Refuses a file that lacks more of a network than its classifier.
     *
     * @param report what happened, or would happen, to each parameter
     * @throws Problem naming the first array that is missing or has another shape
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
        List<Long> shape =
                read.find(usual, stem).map(Tensor::shape).filter(sizes -> sizes.size() == 4).orElse(List.of());
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
