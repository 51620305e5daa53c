package org.maferstudio.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.Blueprint;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.ContractJson;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/**
 * A network file: weights, with the network specification and input contract as metadata.
 *
 * @param spec the network
 * @param contract its input contract; its labels are the network's classes
 * @param weights all its parameters
 */
public record NetworkFile(NetworkSpec spec, InputContract contract, WeightFile weights) {
    private static final String FORMAT = "format";
    private static final String NETWORK = "mafer.network";
    /** The name of the input contract in a file's metadata. */
    public static final String INPUT = "mafer.input";

    /** Creates the file of a network. */
    public static NetworkFile of(Network network, InputContract contract) {
        if (contract.labels().size() != network.classes()) {
            throw new IllegalArgumentException(
                    "a network of " + network.classes() + " classes needs as many labels, got " + contract.labels());
        }
        return of(network.spec(), contract, network.weights());
    }

    /** Creates the file of a network with these weights, whose metadata are replaced. */
    public static NetworkFile of(NetworkSpec spec, InputContract contract, WeightFile weights) {
        // In a fixed order, because the order of Map.of differs between processes, and equal networks must give equal
        // files.
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, "pt");
        metadata.putAll(description(spec, contract));
        return new NetworkFile(spec, contract, new WeightFile(weights.tensors(), metadata));
    }

    /**
     * Returns a copy whose logits are divided by a temperature: so are the classifier's weights, and with them what the
     * network computes wherever it is opened or exported. Features stay as they are.
     */
    public NetworkFile withTemperature(double temperature) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
        for (String name : List.of(Blueprint.classifierWeight(), Blueprint.classifierBias())) {
            Tensor tensor = weights.tensor(name);
            float[] divided = tensor.floats();
            for (int i = 0; i < divided.length; i++) {
                divided[i] = (float) (divided[i] / temperature);
            }
            long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
            tensors.put(name, Tensor.ofFloats(name, divided, shape));
        }
        return new NetworkFile(spec, contract, new WeightFile(tensors, weights.metadata()));
    }

    /** The network and its input contract as JSON, under the names that they have in a file's metadata. */
    public Map<String, String> description() {
        return description(spec, contract);
    }

    private static Map<String, String> description(NetworkSpec spec, InputContract contract) {
        Map<String, String> description = new LinkedHashMap<>();
        description.put(NETWORK, ContractJson.write(spec).toString());
        description.put(INPUT, ContractJson.write(contract).toString());
        return description;
    }

    /**
     * Reads a network written by this program.
     *
     * @throws Problem if the file is damaged, or does not name its network
     */
    public static NetworkFile read(Path file) {
        WeightFile weights = Safetensors.read(file);
        return of(weights).orElseThrow(() -> Problem.input(Texts.of("network.networkFile.error.noContract", file)));
    }

    /**
     * Reads the contract in a file's header without the weights; empty if this program has not written the file.
     *
     * @throws Problem if it is named like a safetensors file but is not one, or its contract is invalid
     */
    public static Optional<NetworkFile> describe(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")
                ? of(new WeightFile(Map.of(), Safetensors.readMetadata(file)))
                : Optional.empty();
    }

    /**
     * Returns the network of weights according to their metadata; empty if this program has not written them.
     *
     * @throws Problem if the metadata are invalid
     */
    public static Optional<NetworkFile> of(WeightFile weights) {
        String network = weights.metadata().get(NETWORK);
        String input = weights.metadata().get(INPUT);
        if (network == null || input == null) {
            return Optional.empty();
        }
        return Optional.of(new NetworkFile(
                ContractJson.readSpec(ContractJson.parse("network", network)),
                ContractJson.readContract(ContractJson.parse("input contract", input)),
                weights));
    }

    /**
     * Writes the file atomically.
     *
     * @throws Problem if it cannot be written
     */
    public void write(Path file) {
        Safetensors.write(file, weights);
    }

    /**
     * Creates the network on a device; the caller closes it.
     *
     * @throws Problem if the weights do not match the network
     */
    public Network open(ComputeDevice device) {
        checkComplete(LoadReport.of(spec, contract.labels().size(), weights));
        return Network.open(spec, contract.labels().size(), 0, weights, device).network();
    }

    /**
     * The arrays of the network's parameters, under the parameters' names, in the order of the layers.
     *
     * @throws Problem if the weights do not match the network
     */
    public List<Tensor> parameters() {
        LoadReport report = LoadReport.of(spec, contract.labels().size(), weights);
        checkComplete(report);
        return report.entries().stream()
                .map(entry -> new Tensor(
                        entry.name(),
                        weights.tensor(entry.found()).type(),
                        entry.shape(),
                        weights.tensor(entry.found()).data()))
                .toList();
    }

    private void checkComplete(LoadReport report) {
        if (!report.complete()) {
            throw Problem.input(Texts.of("network.networkFile.error.weights", spec.name(), report.sentence()));
        }
    }
}
